// The style of the block at the caret, and the menu to change it.
import type { BlockKind } from '@adagia/shared/text/blocks';
import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { returnToText } from './editor-actions.ts';
import classes from './editor-toolbar.module.css';
import type { EditorHandle } from './editor-workspace.ts';
import { chordsOf, keyNames } from './shortcuts.ts';
import type { ToolbarState } from './toolbar-state.ts';

const styles = ['paragraph', 'h1', 'h2', 'h3', 'quote'] as const satisfies readonly BlockKind[];

interface StyleMenuProps {
  handle: EditorHandle | null;
  state: ToolbarState;
  onChoose(kind: BlockKind): void;
}

export function StyleMenu({ handle, state: { kind, canWrite }, onChoose }: StyleMenuProps) {
  const { t } = useTranslation('editor');
  const isOff = !handle || !canWrite;
  const shown = kind === null && handle ? t('toolbar.mixed') : t(`kinds.${kind ?? 'paragraph'}`);
  return (
    // The menu would open below the page's header.
    <Menu position="bottom-start" withinPortal disabled={isOff} returnFocus={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          className={classes.style}
          aria-label={t('toolbar.style', { kind: shown })}
          aria-disabled={isOff}
          data-off={isOff || undefined}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {shown}
        </Button>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={(event) => event.key === 'Escape' && handle && returnToText(handle)}>
        {styles.map((one) => (
          <Menu.Item
            key={one}
            role="menuitemradio"
            aria-checked={kind === one}
            className={classes[one] ?? ''}
            leftSection={<IconCheck size={16} aria-hidden visibility={kind === one ? 'visible' : 'hidden'} />}
            rightSection={
              <kbd className={classes.keys}>
                {chordsOf(one)
                  .slice(0, 1)
                  .map((chord) => keyNames(chord).join('+'))}
              </kbd>
            }
            onClick={() => onChoose(one)}
          >
            {t(`kinds.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
