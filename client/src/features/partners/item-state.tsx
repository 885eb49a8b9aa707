// How far an item is: a sign and a word, never a colour alone.
import type { ItemState } from '@adagia/shared/intake/intake-items';
import { IconAlertTriangle, IconCheck, IconMinus, IconProgress } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './intake.module.css';

const icons = { missing: IconAlertTriangle, begun: IconProgress, done: IconCheck, 'not-needed': IconMinus };

export function ItemStateMark({ state }: { state: ItemState }) {
  const { t } = useTranslation('partners');
  const Icon = icons[state];
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={16} aria-hidden />
      {t(`itemState.${state}`)}
    </span>
  );
}
