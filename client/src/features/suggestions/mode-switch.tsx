// Shows how one writes in the answers and changes it: outright, as suggestions, or not at all. What a role does not have is there,
// out of reach, so that nobody looks for it.
import { Button, Menu, Text, VisuallyHidden } from '@mantine/core';
import { type Icon, IconChevronDown, IconEye, IconPencil, IconPencilQuestion } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMode } from '../../app/use-writing-rights.ts';
import type { WritingMode } from '../../app/writing-mode.ts';
import { ariaKeys, chordsOf, isShortcut, keyNames, type ShortcutName } from '../../editor/ui/shortcuts.ts';

const icons: Readonly<Record<WritingMode, Icon>> = {
  editing: IconPencil,
  suggesting: IconPencilQuestion,
  viewing: IconEye,
};
const modes = Object.keys(icons) as readonly WritingMode[];
const keysOf: Readonly<Record<WritingMode, ShortcutName>> = {
  editing: 'modeEditing',
  suggesting: 'modeSuggesting',
  viewing: 'modeViewing',
};

/** What is said once somebody has chosen: the mode that they are in, or that their role does not have the one they want. */
type Said = WritingMode | 'notYours' | null;

function useChoose(): { said: Said; take(mode: WritingMode): void } {
  const { possible, choose } = useMode();
  const [said, setSaid] = useState<Said>(null);
  const take = (mode: WritingMode) => {
    const isMine = possible.includes(mode);
    setSaid(isMine ? mode : 'notYours');
    if (isMine) choose(mode);
  };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const mode = event.defaultPrevented ? undefined : modes.find((one) => isShortcut(event, keysOf[one]));
      if (!mode) return;
      event.preventDefault();
      take(mode);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
  return { said, take };
}

export function ModeSwitch() {
  const { t } = useTranslation('suggestionCards');
  const { mode, possible } = useMode();
  const { said, take } = useChoose();
  const Icon = icons[mode];
  return (
    <div>
      {/* The chosen item takes the focus: an element of its own for it would be in the menu and no item. */}
      <Menu position="bottom-end" withinPortal width={320} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            variant={mode === 'editing' ? 'default' : 'light'}
            size="compact-md"
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={t('mode.label', { mode: t(`mode.${mode}`) })}
            data-mode={mode}
          >
            {t(`mode.${mode}`)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup value={mode} onChange={(value) => take(value as WritingMode)}>
            {modes.map((one) => (
              <ModeItem key={one} mode={one} isOff={!possible.includes(one)} isChosen={one === mode} />
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      <VisuallyHidden role="status">
        {said && t(said === 'notYours' ? 'mode.notYours' : `mode.${said}Now`)}
      </VisuallyHidden>
    </div>
  );
}

function ModeItem({ mode, isOff, isChosen }: { mode: WritingMode; isOff: boolean; isChosen: boolean }) {
  const { t } = useTranslation('suggestionCards');
  const Icon = icons[mode];
  const [chord] = chordsOf(keysOf[mode]);
  return (
    <Menu.RadioItem
      value={mode}
      disabled={isOff}
      closeMenuOnClick
      data-autofocus={isChosen || undefined}
      aria-keyshortcuts={ariaKeys(keysOf[mode])}
      rightSection={<Icon size={18} aria-hidden />}
    >
      {t(`mode.${mode}`)}
      <Text span display="block" size="xs" c={isOff ? 'inherit' : 'dimmed'}>
        {t(isOff ? 'mode.notYours' : `mode.${mode}Hint`)}
      </Text>
      {!isOff && chord && (
        <Text span display="block" size="xs" c="dimmed" visibleFrom="sm" aria-hidden>
          {keyNames(chord).join('+')}
        </Text>
      )}
    </Menu.RadioItem>
  );
}
