// All shortcuts, on Mod+/ anywhere and on "?" outside of a field.
import { Kbd, Modal, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

const isMac = /Mac|iP(?:hone|ad)/.test(navigator.userAgent);
const MOD = isMac ? '⌘' : 'Ctrl';

const rows = [
  ['keyBold', [`${MOD}+B`, `${MOD}+I`, `${MOD}+U`]],
  ['keyUndo', [`${MOD}+Z`, `${MOD}+Shift+Z`, `${MOD}+Y`]],
  ['keyStyles', [`${MOD}+Alt+1…3`, `${MOD}+Alt+0`]],
  ['keyLists', [`${MOD}+Shift+7`, `${MOD}+Shift+8`, `${MOD}+Shift+9`]],
  ['keyIndent', ['Tab', 'Shift+Tab']],
  ['keySoftBreak', ['Shift+Enter']],
  ['keyLink', [`${MOD}+K`]],
  ['keyComment', [`${MOD}+Alt+M`]],
  ['keyPlain', [`${MOD}+Shift+V`]],
  ['keySlash', ['/']],
  ['keyMarkdown', ['- ', '1. ', '# ', '> ']],
  ['keyToolbar', ['Alt+F10']],
  ['keyHelp', [`${MOD}+/`, '?']],
] as const;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function ShortcutList({ isOpen, onOpen }: { isOpen: boolean; onOpen(isOpen: boolean): void }) {
  const { t } = useTranslation('editor');
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isModSlash = (event.ctrlKey || event.metaKey) && event.key === '/';
      if (!isModSlash && (event.key !== '?' || isTyping(event.target))) return;
      event.preventDefault();
      onOpen(true);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [onOpen]);
  return (
    <Modal opened={isOpen} onClose={() => onOpen(false)} title={t('shortcuts')} size="lg">
      <Table>
        <Table.Tbody>
          {rows.map(([name, keys]) => (
            <Table.Tr key={name}>
              <Table.Td>{t(name)}</Table.Td>
              <Table.Td>
                {keys.map((key) => (
                  <Text key={key} span mr={6}>
                    <Kbd>{key}</Kbd>
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
