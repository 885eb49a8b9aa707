// The address of the selected words: Enter applies, Esc cancels, an existing link can be changed, opened or removed.
import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconExternalLink, IconLinkOff } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import { parseAddress } from '../model/set-link.ts';
import { type Anchor, anchorOf } from './caret-anchor.ts';
import { CaretPopover } from './caret-popover.tsx';
import { returnToText } from './editor-actions.ts';
import type { EditorHandle } from './editor-workspace.ts';
import classes from './link-box.module.css';
import { openLink } from './link-clicks.ts';
import { applyLink, linkAtSelection, selectLink } from './link-edits.ts';
import { useEditorWorkspace } from './use-editor-workspace.ts';

export function LinkBox() {
  const workspace = useEditorWorkspace();
  const handle = useObservable(workspace.linking);
  if (!handle) return null;
  const close = () => {
    workspace.linking.set(null);
    returnToText(handle);
  };
  return <OpenLinkBox key={handle.answerKey} handle={handle} onClose={close} />;
}

interface LinkBoxProps {
  handle: EditorHandle;
  onClose(): void;
}

function OpenLinkBox({ handle, onClose }: LinkBoxProps) {
  const { t } = useTranslation('editor');
  const [existing] = useState(() => linkAtSelection(handle));
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  useLayoutEffect(() => {
    selectLink(handle);
    // oxlint-disable-next-line react/set-state-in-effect -- the place is measured in the DOM, once it is there
    setAnchor(anchorOf(handle) ?? { left: scrollX, top: scrollY, height: 0 });
  }, [handle]);
  const apply = (address: string | null) => {
    applyLink(handle, address);
    onClose();
  };
  if (!anchor) return null;
  return (
    <CaretPopover anchor={anchor} isModal label={t('link.label')} onClose={onClose}>
      <LinkForm existing={existing} onApply={apply} onClose={onClose} />
    </CaretPopover>
  );
}

interface LinkFormProps {
  existing: string | null;
  onApply(address: string | null): void;
  onClose(): void;
}

function LinkForm({ existing, onApply, onClose }: LinkFormProps) {
  const { t } = useTranslation('editor');
  const [text, setText] = useState(existing ?? '');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = parseAddress(text);
    if (address) onApply(address);
    else if (text.trim() === '' && existing) onApply(null);
    else setWrong(true);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes from every field of it
    <form className={classes.form} onSubmit={submit} onKeyDown={pressed} noValidate>
      <TextInput
        data-autofocus
        type="url"
        inputMode="url"
        autoComplete="off"
        label={t('link.address')}
        placeholder={t('link.placeholder')}
        value={text}
        error={isWrong && t('link.invalid')}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <Group gap="xs" justify="flex-end">
        {existing && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('link.open')}
              onClick={() => openLink(existing)}
            >
              <IconExternalLink size={18} aria-hidden />
            </ActionIcon>
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconLinkOff size={18} aria-hidden />}
              onClick={() => onApply(null)}
            >
              {t('link.remove')}
            </Button>
          </>
        )}
        <Button type="submit">{t('link.apply')}</Button>
      </Group>
    </form>
  );
}
