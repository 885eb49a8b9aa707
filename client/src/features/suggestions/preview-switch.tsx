// Shows the text as if all that is suggested was accepted, or as if none of it was there: to read, on this screen alone. As long as
// it does, a bar says so, and Esc leads back.
import { Button, Group, Menu, Paper, Portal, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconTextScan2 } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMode } from '../../app/use-writing-rights.ts';
import type { Preview } from '../../editor/ui/editor-workspace.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { useObservable } from '../../session/observable.ts';
import { keepWindowsApart } from './keep-windows-apart.ts';
import { usePendingSuggestions } from './use-suggestions.ts';
import classes from './writing-switches.module.css';

const views = ['marked', 'accepted', 'base'] as const;

export function PreviewSwitch() {
  const { t } = useTranslation('suggestionCards');
  const { preview } = useEditorWorkspace();
  const shown = useObservable(preview);
  const count = usePendingSuggestions().length;
  useEndOfPreview(count);
  if (count === 0) return null;
  // In words that are there before it comes: a bar that appears is not read out everywhere.
  const words = shown && `${t(`view.${shown}Now`, { count })} ${t('view.readOnly')}`;
  return (
    <>
      <Menu position="bottom-end" withinPortal width={320} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            variant={shown ? 'filled' : 'default'}
            size="compact-md"
            leftSection={<IconTextScan2 size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={t('view.label', { count, view: t(`view.${shown ?? 'marked'}`) })}
            title={t('count', { count })}
            data-preview={shown ?? undefined}
          >
            {t('view.bar')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup
            value={shown ?? 'marked'}
            onChange={(value) => preview.set(value === 'marked' ? null : (value as Preview))}
          >
            {views.map((view) => (
              <Menu.RadioItem
                key={view}
                value={view}
                closeMenuOnClick
                data-autofocus={view === (shown ?? 'marked') || undefined}
              >
                {t(`view.${view}`)}
                <Text span display="block" size="xs" c="dimmed">
                  {t(`view.${view}Hint`)}
                </Text>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      <VisuallyHidden role="status">{words}</VisuallyHidden>
      {shown && <PreviewBar preview={shown} count={count} onEnd={() => preview.set(null)} />}
    </>
  );
}

/** With the last suggestion; when somebody goes on to write in another mode; and where words are looked for, by their places. */
function useEndOfPreview(count: number): void {
  const { preview, window } = useEditorWorkspace();
  const { mode } = useMode();
  const isNothing = count === 0;
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each change of these ends it
  useEffect(() => preview.set(null), [preview, mode, isNothing]);
  useEffect(() => keepWindowsApart({ preview, window }), [preview, window]);
  useEffect(() => () => preview.set(null), [preview]);
}

function PreviewBar({ preview, count, onEnd }: { preview: Preview; count: number; onEnd(): void }) {
  const { t } = useTranslation('suggestionCards');
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onEnd();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [onEnd]);
  return (
    <Portal>
      <Paper component="section" withBorder shadow="md" className={classes.bar} aria-label={t('view.bar')}>
        <Group gap="xs" justify="space-between">
          <Text size="sm" flex="1 1 14rem">
            <strong>{t(`view.${preview}Now`, { count })}</strong> {t('view.readOnly')}
          </Text>
          <Button
            size="compact-md"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            aria-keyshortcuts="Escape"
            onClick={onEnd}
          >
            {t('view.back')}
            <Text span inherit visibleFrom="sm">
              &nbsp;(Esc)
            </Text>
          </Button>
        </Group>
      </Paper>
    </Portal>
  );
}
