// Where the answer to a question that is no text comes from: written here, or managed elsewhere and only shown.
import type { Question } from '@adagia/shared/programme/schema';

/** fact: in the map `facts`, written here. The others are shown with a link to where they are managed. */
export type FactSource = 'fact' | 'people' | 'plan' | 'budget' | 'start' | 'portal' | 'upload';

const WRITTEN_HERE = new Set<Question['type']>(['line', 'date', 'int', 'select', 'multiselect', 'yesno', 'checkbox']);

/** What the workplan knows of its objects. */
const PLANNED = /_(?:title|venue|start|end|dates|lead|orgs)$/;
/** Tables of the form whose rows are quantities of the budget. */
const COMPUTED_TABLES = new Set(['tpm_table', 'io_budget', 'me_budget', 'ltt_groups', 'special_needs', 'exceptional']);

export function factSource(question: Question): FactSource {
  const { id, type, repeat, isAutomatic } = question;
  if (type === 'file' || type === 'files') return 'upload';
  if (type === 'oid') return 'people';
  if (id === 'end_date') return 'start';
  if (type === 'money' || type === 'matrix' || /^budget(?:_|$)/.test(id)) return 'budget';
  if (type === 'table') return COMPUTED_TABLES.has(id) ? 'budget' : 'portal';
  if (repeat !== 'project' && repeat !== 'organisation' && PLANNED.test(id)) return 'plan';
  if (isAutomatic || !WRITTEN_HERE.has(type)) return 'portal';
  return 'fact';
}

/** The key in `facts`: for what is asked of each organisation, one key for each. */
export function factKey(question: Question, objectId: string | undefined): string {
  return objectId === undefined ? question.id : `${question.id}/${objectId}`;
}
