// What the field of a quantity is called that somebody was in last, and who changed it: as above the grid. Alt+F10 leads here from
// the field, Escape back.
import { formatAmount } from '@adagia/shared/budget/format-amount';
import type { Fields } from '@adagia/shared/document';
import { can } from '@adagia/shared/roles';
import { Button, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { isShortcut } from '../../editor/ui/shortcuts.ts';
import classes from './figures/cell-bar.module.css';
import { HistoryDialog } from './figures/history-dialog.tsx';
import { OpenFigureBar } from './negotiation/open-figure-bar.tsx';
import { useCanTypeAt } from './negotiation/use-figure-writer.ts';
import { quantityCell } from './quantity-model.ts';

export interface SelectedQuantity {
  /** In the map `budget`. */
  key: string;
  /** As its field is called. */
  name: string;
}

/** Ids of the fields: `budget:<key>`. */
const FIELD = 'budget:';

/** @returns null for what is no field of a quantity */
export function quantityOf(element: Element): SelectedQuantity | null {
  const { id } = element;
  if (!(element instanceof HTMLInputElement) || !id.startsWith(FIELD) || !id.includes('/')) return null;
  return { key: id.slice(FIELD.length), name: element.getAttribute('aria-label') ?? '' };
}

const focusField = (key: string): void => document.getElementById(FIELD + key)?.focus();

export function QuantityBar({ selected, fields }: { selected: SelectedQuantity | null; fields: Fields }) {
  const { t, i18n } = useTranslation(['figures', 'budget']);
  const { proposal } = useProposal();
  const isMine = useCanTypeAt();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      if (!isShortcut(event, 'toolbar') || !(event.target instanceof Element) || !quantityOf(event.target)) return;
      event.preventDefault();
      button.current?.focus();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  if (!selected) return <Text size="sm">{t('budget:costs.selectHint')}</Text>;
  const { key, name } = selected;
  const cell = quantityCell(fields, key, isMine(key));
  const text = cell.isCount ? new Intl.NumberFormat(i18n.language).format : formatAmount;
  const back = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isOpen) return;
    event.preventDefault();
    focusField(key);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leads back from its button
    <div role="group" aria-label={t('bar', { name })} className={classes.bar} onKeyDown={back}>
      <Text size="sm" className={classes.name} title={name}>
        {name}
      </Text>
      <Text size="sm" fw={600} className={classes.value}>
        {cell.value === null ? <span className={classes.empty}>{t('empty')}</span> : text(cell.value, i18n.language)}
      </Text>
      <div className={classes.actions}>
        {can(proposal.role, 'timeline.read') && (
          <Button
            ref={button}
            size="compact-sm"
            variant="default"
            leftSection={<IconHistory size={16} aria-hidden />}
            onClick={() => setOpen(true)}
          >
            {t('history')}
          </Button>
        )}
      </div>
      {proposal.isNegotiated && cell.open && (
        <OpenFigureBar
          open={cell.open}
          name={name}
          onType={cell.key === null ? null : () => focusField(key)}
          onDone={() => focusField(key)}
        />
      )}
      {isOpen && (
        <HistoryDialog
          cell={cell}
          name={name}
          onClose={() => {
            setOpen(false);
            focusField(key);
          }}
        />
      )}
    </div>
  );
}
