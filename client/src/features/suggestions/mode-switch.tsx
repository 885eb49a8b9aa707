// Shows how one writes in the answers and changes it: outright, as suggestions, or not at all. What a role does not have is there,
// out of reach, so that nobody looks for it.
import { Button, Menu, Text, VisuallyHidden } from '@mantine/core';
import { type Icon, IconChevronDown, IconEye, IconPencil, IconPencilQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMode } from '../../app/use-writing-rights.ts';
import type { WritingMode } from '../../app/writing-mode.ts';
import classes from './mode-switch.module.css';

const icons: Readonly<Record<WritingMode, Icon>> = {
  editing: IconPencil,
  suggesting: IconPencilQuestion,
  viewing: IconEye,
};
const modes = Object.keys(icons) as readonly WritingMode[];

export function ModeSwitch() {
  const { t } = useTranslation('suggestionCards');
  const { mode, possible, choose } = useMode();
  const [hasChosen, setChosen] = useState(false);
  const Icon = icons[mode];
  const take = (value: string) => {
    const chosen = possible.find((one) => one === value);
    if (!chosen) return;
    setChosen(true);
    choose(chosen);
  };
  return (
    <div className={classes.place}>
      <Menu position="bottom-end" withinPortal width={280}>
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
          <Menu.RadioGroup value={mode} onChange={take}>
            {modes.map((one) => (
              <ModeItem key={one} mode={one} isOff={!possible.includes(one)} />
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      <VisuallyHidden role="status">{hasChosen && t(`mode.${mode}Now`)}</VisuallyHidden>
    </div>
  );
}

function ModeItem({ mode, isOff }: { mode: WritingMode; isOff: boolean }) {
  const { t } = useTranslation('suggestionCards');
  const Icon = icons[mode];
  return (
    <Menu.RadioItem value={mode} disabled={isOff} closeMenuOnClick rightSection={<Icon size={18} aria-hidden />}>
      {t(`mode.${mode}`)}
      <Text span display="block" size="xs" c={isOff ? 'inherit' : 'dimmed'}>
        {t(isOff ? 'mode.notYours' : `mode.${mode}Hint`)}
      </Text>
    </Menu.RadioItem>
  );
}
