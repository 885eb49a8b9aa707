// What is shown for questions that are managed elsewhere: master data, plan, budget, dates.
import type { Organisation } from '@adagia/shared/api/people';
import type { Workplan } from '@adagia/shared/plan/workplan';
import { countries } from '@adagia/shared/programme/countries';
import { organisationTypes } from '@adagia/shared/programme/organisation-types';
import type { RepeatObject } from '@adagia/shared/programme/outline';
import type { Question } from '@adagia/shared/programme/schema';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useFields } from '../../session/use-fields.ts';
import { monthStart, projectEnd } from './project-dates.ts';
import { rowAmountCents } from './row-amount.ts';

interface Shown {
  organisation(id: string): string;
  month(value: number | null | undefined): string;
  money(cents: number | null): string;
}

function makeFormats(language: string) {
  return {
    language,
    dates: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
    euro: new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }),
    countryNames: new Intl.DisplayNames(language, { type: 'region' }),
  };
}

let formats: ReturnType<typeof makeFormats> | null = null;

/** Made once: each takes about a millisecond, and a page has many lists. */
function formatsFor(language: string): ReturnType<typeof makeFormats> {
  if (formats?.language !== language) formats = makeFormats(language);
  return formats;
}

/** @returns '' when it is not set. */
export function useFactValue(workplan: Workplan): (question: Question, object: RepeatObject | null) => string {
  const { proposal, session } = useProposal();
  const facts = useFields(session, 'facts');
  const budget = useFields(session, 'budget');
  const { t, i18n } = useTranslation('facts');
  const { dates, euro, countryNames } = formatsFor(i18n.language);
  const start = String(facts.get('start_date') ?? '');
  const shown: Shown = {
    organisation: (id) => organisationLabel(proposal.organisations, id),
    month: (value) => {
      if (!value) return '';
      const date = monthStart(start, value);
      return date ? t('monthWithDate', { month: value, date: dates.format(date) }) : t('month', { month: value });
    },
    money: (cents) => (cents === null ? '' : euro.format(cents / 100)),
  };
  return (question, object) => {
    if (question.type === 'oid') {
      const found = proposal.organisations.find((one) => one.id === object?.id);
      return found ? masterData(found, countryNames) : '';
    }
    if (question.id === 'end_date') {
      const end = projectEnd(start, Number(facts.get('duration') ?? 0));
      return end ? dates.format(end) : '';
    }
    if (question.type === 'money') {
      const rowId = object?.id ?? workplan.workPackages.find((one) => one.isManagement)?.id;
      return rowId ? shown.money(rowAmountCents(budget, rowId)) : '';
    }
    return planValue(question.id, object, workplan, shown);
  };
}

/** What the registration fills in, as far as it is known here. */
function masterData({ oid, legalName, city, country, type }: Organisation, names: Intl.DisplayNames): string {
  const iso = countries.find((one) => one.code === country)?.iso;
  const typeLabel = organisationTypes.find((one) => one.id === type)?.label;
  return [oid, legalName, city, iso ? names.of(iso) : country, typeLabel].filter(Boolean).join(' · ');
}

function organisationLabel(organisations: readonly Organisation[], id: string): string {
  const index = organisations.findIndex((one) => one.id === id);
  const found = organisations[index];
  return found ? `P${index + 1} ${found.legalName}` : '';
}

/** Whatever the object is called in its form: wp_title, act_title, io_title. */
function planValue(questionId: string, object: RepeatObject | null, workplan: Workplan, shown: Shown): string {
  const activity = workplan.activities.find((one) => one.id === object?.id);
  switch (questionId.replace(/^(?:wp|act|io|me|ltt)_/, '')) {
    case 'title':
      return object?.title ?? '';
    case 'venue':
      return activity?.venue ?? '';
    case 'start':
      return shown.month(activity?.from);
    case 'end':
      return shown.month(activity?.to);
    case 'dates':
      return [shown.month(activity?.from), shown.month(activity?.to)].filter(Boolean).join(' – ');
    case 'lead':
      return activity ? shown.organisation(activity.lead) : '';
    case 'orgs':
      return activity?.participants.map(shown.organisation).filter(Boolean).join(', ') ?? '';
    default:
      return '';
  }
}
