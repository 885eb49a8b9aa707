// The list of all keys, made of the same data that the keys are matched by.
import { Kbd, Modal, Table, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import { keyNames, type Shortcut, type ShortcutGroup, shortcuts } from './shortcuts.ts';
import classes from './shortcuts-dialog.module.css';
import { useEditorWorkspace } from './use-editor-workspace.ts';

const groups: readonly ShortcutGroup[] = ['text', 'blocks', 'insert', 'page'];

export function ShortcutsDialog() {
  const { t } = useTranslation('editorWindows');
  const { t: common } = useTranslation('common');
  const workspace = useEditorWorkspace();
  const isOpen = useObservable(workspace.window) === 'shortcuts';
  const hasComments = useObservable(workspace.comment) !== null;
  const shown = shortcuts.filter(({ name }) => hasComments || !/comment$/i.test(name));
  return (
    <Modal
      opened={isOpen}
      onClose={() => workspace.window.set(null)}
      title={t('shortcuts.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <div className={classes.groups}>
        {groups.map((group) => (
          <Group key={group} group={group} shortcuts={shown.filter((one) => one.group === group)} />
        ))}
      </div>
      <Title order={3} size="h6" mt="md">
        {t('shortcuts.typed')}
      </Title>
      <Text size="sm">{t('shortcuts.typedText')}</Text>
    </Modal>
  );
}

function Group({ group, shortcuts }: { group: ShortcutGroup; shortcuts: readonly Shortcut[] }) {
  const { t } = useTranslation('editorWindows');
  return (
    <Table captionSide="top" verticalSpacing={4} horizontalSpacing={0} withRowBorders={false}>
      <Table.Caption className={classes.caption}>{t(`shortcuts.groups.${group}`)}</Table.Caption>
      <Table.Tbody>
        {shortcuts.map((shortcut) => (
          <Table.Tr key={shortcut.name}>
            <Table.Th scope="row" fw={400}>
              {t(`shortcuts.names.${shortcut.name}`)}
            </Table.Th>
            <Table.Td className={classes.keys}>
              <Chords shortcut={shortcut} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Chords({ shortcut: { name, chords } }: { shortcut: Shortcut }) {
  const { t } = useTranslation('editorWindows');
  const between = name === 'leave' ? t('shortcuts.andThen') : t('shortcuts.or');
  return chords.map((chord, index) => (
    <Fragment key={chord.key + String(chord.shift)}>
      {index > 0 && ` ${between} `}
      {keyNames(chord).map((key, at) => (
        <Fragment key={key}>
          {at > 0 && '+'}
          <Kbd size="xs">{key}</Kbd>
        </Fragment>
      ))}
    </Fragment>
  ));
}
