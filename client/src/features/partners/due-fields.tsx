// Until when things are wanted: one day for all, another one for an organisation with which that was agreed, and what its people
// read of it.
import { setIntakeDue } from '@adagia/shared/api/intake';
import type { OrganisationId } from '@adagia/shared/ids';
import { Text, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { type BoardRow, isLateOn, today } from './board-rows.ts';
import classes from './intake.module.css';
import { SaveNote } from './save-note.tsx';
import { type Autosave, useAutosave } from './use-autosave.ts';
import type { OrganisationItems } from './use-items.ts';

function useSetDue(organisationId: OrganisationId | null): (dueOn: string) => Promise<void> {
  const { id: proposalId } = useProposal().proposal;
  return useCallback(
    async (dueOn) => {
      await callApi(setIntakeDue, { proposalId }, { dueOn, organisationId });
      await refresh(proposalId, 'people');
    },
    [proposalId, organisationId],
  );
}

/** 'YYYY-MM-DD' → '20 February 2026'. */
function useDayText(): (day: string) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T12:00:00Z`));
}

interface DayFieldProps {
  autosave: Autosave;
  /** Seen, or only heard. */
  label: string;
  isLabelHidden?: boolean;
}

function DayField({ autosave, label, isLabelHidden = false }: DayFieldProps) {
  return (
    <div>
      <TextInput
        type="date"
        size={isLabelHidden ? 'xs' : 'sm'}
        {...(isLabelHidden ? { 'aria-label': label } : { label })}
        value={autosave.value}
        onChange={(event) => autosave.change(event.currentTarget.value)}
        onBlur={() => autosave.commit()}
      />
      {autosave.state === 'failed' && <SaveNote field={autosave} />}
    </div>
  );
}

export function DueOfAll({ dueOn }: { dueOn: string }) {
  const { t } = useTranslation('partners');
  const autosave = useAutosave('intake/due', { stored: dueOn, save: useSetDue(null) });
  return <DayField autosave={autosave} label={t('board.due')} />;
}

/** The day of all until another one is set; emptied, it is that of all again. */
export function DueOfOne({ row, dueOn }: { row: BoardRow; dueOn: string }) {
  const { t } = useTranslation('partners');
  const dayText = useDayText();
  const { organisation, intake } = row;
  const set = useSetDue(organisation.id);
  const autosave = useAutosave(`${organisation.id}/due`, {
    stored: row.dueOn,
    save: (value) => set(value === dueOn ? '' : value),
  });
  return (
    <>
      <DayField autosave={autosave} label={t('board.dueOf', { name: organisation.legalName })} isLabelHidden />
      {intake.ownDueOn && dueOn && (
        <Text size="xs" c="dimmed">
          {t('board.insteadOf', { day: dayText(dueOn) })}
        </Text>
      )}
    </>
  );
}

export function DueText({ collected }: { collected: OrganisationItems }) {
  const { t } = useTranslation('partners');
  const dayText = useDayText();
  const { dueOn } = collected;
  if (dueOn === '') return null;
  const isLate = isLateOn(today(), collected);
  return (
    <Text size="sm" data-due={dueOn} className={isLate ? classes.late : undefined}>
      {t(isLate ? 'dueLate' : 'dueText', { day: dayText(dueOn) })}
    </Text>
  );
}
