// The workings behind one figure: days of staff times daily rates, and a note. Seen by the organisation's own people and coordinators;
// the result goes into the cell by a click, and not before.
import { formatAmount } from '@adagia/shared/budget/format-amount';
import { type Rates, WORKING_NOTE_MAX, workingResult } from '@adagia/shared/budget/workings';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../../pages/require-me.tsx';
import { askFirst } from '../../../ui/ask-first.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { problemText } from '../../../ui/show-problem.ts';
import { useDailyRates } from '../../rights/use-daily-rates.ts';
import type { GridCell } from '../grid-model.ts';
import { useCanWriteFigure, useFigureWriter } from '../negotiation/use-figure-writer.ts';
import { DaysTable } from './days-table.tsx';
import { TravelReference } from './travel-reference.tsx';
import { readDays, type TypedDays } from './typed-days.ts';
import { useWorkings, type WorkingPlace } from './use-workings.ts';

interface WorkingsDialogProps {
  place: WorkingPlace;
  cell: GridCell;
  name: string;
  onClose(): void;
}

interface WorkingsProps extends WorkingsDialogProps {
  /** Something is written that is not saved yet. */
  onTouch(): void;
}

export function WorkingsDialog(props: WorkingsDialogProps) {
  const { t } = useTranslation(['figures', 'common']);
  const isTouched = useRef(false);
  const { onClose } = props;
  const close = () => {
    if (!isTouched.current) return onClose();
    const question = { title: t('discardTitle'), text: t('discardText'), confirm: t('discard') };
    askFirst({ ...question, onConfirm: onClose });
  };
  const touch = () => {
    isTouched.current = true;
  };
  return (
    <Modal
      opened
      onClose={close}
      // To the cell, not to the button: that is where one came from.
      returnFocus={false}
      title={t('workingsOf', { name: props.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Workings {...props} onTouch={touch} />
    </Modal>
  );
}

function Workings(props: WorkingsProps) {
  const { i18n } = useTranslation();
  const { data, error, store } = useWorkings();
  const { data: allRates } = useDailyRates();
  const { organisationId, rowId } = props.place;
  if (error) return <EmptyState title={problemText(error)} />;
  if (!data || !allRates) return <Waiting />;
  const found = data.find((one) => one.organisationId === organisationId && one.rowId === rowId);
  const number = new Intl.NumberFormat(i18n.language, { useGrouping: false, numberingSystem: 'latn' });
  const days = Object.entries(found?.working.days ?? {}).map(([category, hundredths]) => [
    category,
    number.format(hundredths / 100),
  ]);
  return (
    <WorkingForm
      {...props}
      initial={{ typed: Object.fromEntries(days) as TypedDays, note: found?.working.note ?? '' }}
      basedOn={found?.updatedAt ?? null}
      rates={allRates.find((one) => one.organisationId === organisationId)?.rates ?? {}}
      store={store}
    />
  );
}

interface WorkingFormProps extends WorkingsProps {
  initial: { typed: TypedDays; note: string };
  rates: Rates;
  basedOn: string | null;
  store: ReturnType<typeof useWorkings>['store'];
}

function WorkingForm({ place, cell, initial, rates, basedOn, store, onTouch, onClose }: WorkingFormProps) {
  const { t, i18n } = useTranslation('figures');
  const write = useFigureWriter();
  const [typed, setTyped] = useState(initial.typed);
  const [note, setNote] = useState(initial.note);
  const [isBusy, setBusy] = useState(false);
  const { days, wrong } = readDays(typed);
  const { cents, missing } = workingResult({ days }, rates);
  const { key } = cell;
  const isOpen = useCanWriteFigure(key);
  const save = async (isTakenOver: boolean) => {
    setBusy(true);
    const isEmpty = Object.keys(days).length === 0 && note.trim() === '';
    const isStored = await store(place, isEmpty ? null : { days, note }, basedOn);
    setBusy(false);
    if (!isStored) return;
    if (isTakenOver && key !== null) write({ [key]: cents });
    onClose();
  };
  const type = (next: TypedDays) => {
    onTouch();
    setTyped(next);
  };
  const text = formatAmount(cents, i18n.language, 'euro');
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        <IconEyeOff size={14} aria-hidden /> {t('workingsIntro')}
      </Text>
      <DaysTable typed={typed} wrong={wrong} days={days} rates={rates} onType={type} />
      {missing.length > 0 && (
        <Text size="sm" role="status">
          {t('rateMissing')}
        </Text>
      )}
      <TravelReference />
      <Textarea
        label={t('workingsNote')}
        autosize
        maxRows={6}
        maxLength={WORKING_NOTE_MAX}
        value={note}
        onChange={(event) => {
          onTouch();
          setNote(event.currentTarget.value);
        }}
      />
      <Text size="sm">
        {t('workingsResult')}: <strong>{text}</strong>
        {cell.value !== cents &&
          ` · ${t('cellHolds', { value: cell.value === null ? t('empty') : formatAmount(cell.value, i18n.language, 'euro') })}`}
      </Text>
      <Group gap="xs">
        {key !== null && isOpen && (
          <Button loading={isBusy} disabled={wrong.length > 0 || missing.length > 0} onClick={() => void save(true)}>
            {t('takeOver', { value: text })}
          </Button>
        )}
        <Button variant="default" loading={isBusy} disabled={wrong.length > 0} onClick={() => void save(false)}>
          {t('saveWorkings')}
        </Button>
      </Group>
    </Stack>
  );
}
