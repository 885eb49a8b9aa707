// The box for the address of a link on the selected words.
import { $isLinkNode } from '@lexical/link';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import { $setLink, parseAddress } from '../model/set-link.ts';
import { type ActiveEditor, linkBox } from './active-editor.ts';

/** The address at the selection, '' without one. */
function currentAddress(editor: LexicalEditor): string {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return '';
    const link = selection
      .getNodes()
      .flatMap((node) => [node, ...node.getParents()])
      .find($isLinkNode);
    return link?.getURL() ?? '';
  });
}

export function LinkBox() {
  const { t } = useTranslation('editor');
  const at = useObservable(linkBox);
  const close = () => {
    linkBox.set(null);
    at?.editor.focus();
  };
  return (
    <Modal opened={at !== null} onClose={close} title={t('link')} size="sm" returnFocus={false}>
      {at && <LinkForm at={at} onDone={close} />}
    </Modal>
  );
}

function LinkForm({ at: { editor }, onDone }: { at: ActiveEditor; onDone(): void }) {
  const { t } = useTranslation('editor');
  const [address, setAddress] = useState(() => currentAddress(editor));
  const [isWrong, setWrong] = useState(false);
  const apply = (url: string | null) => {
    editor.update(() => $setLink(url), { discrete: true });
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const url = parseAddress(address);
    if (url) apply(url);
    else setWrong(true);
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label={t('linkAddress')}
        description={t('linkHint')}
        value={address}
        error={isWrong && t('linkWrong')}
        onChange={(event) => setAddress(event.currentTarget.value)}
        inputMode="url"
        data-autofocus
      />
      <Group mt="md" justify="space-between">
        <Button variant="subtle" color="red" onClick={() => apply(null)}>
          {t('linkRemove')}
        </Button>
        <Button type="submit">{t('linkApply')}</Button>
      </Group>
    </form>
  );
}
