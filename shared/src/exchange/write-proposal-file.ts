// From a proposal to the exchange file, the exact inverse of reading it: what was imported and not changed comes out equal.

import { type AnswerKey, answerKey } from '../answer-key.ts';
import type { Organisation } from '../api/people.ts';
import { amountIn } from '../budget/budget.ts';
import { AMOUNT_COLUMN, budgetCell } from '../budget/budget-cells.ts';
import { withAgreed } from '../budget/negotiation.ts';
import { isGlossaryKey, readGlossary } from '../consistency/glossary.ts';
import { splitFieldKey } from '../document.ts';
import { type PlanActivity, type PlanWorkPackage, planItems, readWorkplan, type Workplan } from '../plan/workplan.ts';
import { outlineAnswers } from '../programme/outline.ts';
import type { Call } from '../programme/schema.ts';
import { blocksOfToday, shownBlocks } from '../references/shown-content.ts';
import { type Block, blockText, type Run, SOFT_BREAK } from '../text/blocks.ts';
import { COST, isCostRow, splitQuantity } from '../unit-costs/quantities.ts';
import { type Collected, writeCollected } from './collected-file.ts';
import { writtenReference } from './file-references.ts';
import { type MarkWriter, markWriter } from './file-suggestions.ts';
import { writePlanParts } from './plan-parts.ts';
import type { ProposalContent } from './proposal-content.ts';
import type { ProposalFileInput } from './proposal-file.ts';
import { answerNameOf, questionsOf } from './proposal-file-names.ts';

export interface WriteInput {
  call: Call;
  sector: string;
  organisations: readonly Organisation[];
  /** By id, of those whose intake may be seen by whoever gets the file. */
  collected: ReadonlyMap<string, Collected>;
  content: ProposalContent;
  /** An answer with what is suggested in it; null where nothing is. */
  suggestedOf(key: AnswerKey): Block[] | null;
  /** @returns '' for who is not known */
  nameOf(userId: string): string;
}

type ActivityFile = NonNullable<ProposalFileInput['activities']>[number];
type WorkPackageFile = NonNullable<ProposalFileInput['work_packages']>[number];

/** Facts that have a member of their own in the file. */
const OWN = /^(?:title|acronym|start_date|duration|language|lump_sum|priority_main)$|^(?:priority_extra|topics)\//;

export function writeProposalFile(input: WriteInput): ProposalFileInput {
  const { call, sector } = input;
  // Whoever reads plain words reads what references say.
  const content = { ...input.content, blocksOf: shownBlocks({ ...input, ...input.content }, input.content.blocksOf) };
  const numbers = new Map(input.organisations.map((one, index) => [one.id as string, `P${index + 1}`]));
  const workplan = readWorkplan(content.plan);
  const byWorkPackage = call.budgetUnit === 'work_package';
  return {
    action: `${call.action}-${sector}`,
    call: call.year,
    ...writeFacts(input),
    organisations: input.organisations.map((one, index) => ({
      id: `P${index + 1}`,
      ...writeOrganisation(one),
      ...collectedOf(input, one),
    })),
    ...(byWorkPackage
      ? { work_packages: workplan.workPackages.map((one) => writeWorkPackage(one, content, numbers)) }
      : { activities: workplan.activities.map((one) => writeActivity(one, content, numbers)) }),
    ...writePlanParts(workplan, numbers),
    ...writeQuantities(input, workplan, numbers),
    ...writeGlossary(input),
    ...writeAnswers(input, content, numbersIn(workplan, numbers)),
  };
}

function collectedOf({ collected }: WriteInput, { id }: Organisation) {
  const found = collected.get(id);
  return found ? writeCollected(found) : {};
}

/** Everything that a reference can be of: id → number. */
function numbersIn(workplan: Workplan, organisations: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...organisations, ...planItems(workplan).map(({ id, number }) => [id, number] as const)]);
}

function writeGlossary({ content: { facts } }: WriteInput): Pick<ProposalFileInput, 'glossary'> {
  const terms = readGlossary(facts);
  if (terms.length === 0) return {};
  return { glossary: terms.map(({ term, variants }) => ({ term, instead_of: [...variants] })) };
}

/** Only where the call has unit costs. */
function writeQuantities(
  { call, content }: WriteInput,
  workplan: Workplan,
  numbers: Map<string, string>,
): Pick<ProposalFileInput, 'quantities'> {
  if (!call.unitCosts) return {};
  const rows = new Map(workplan.activities.map(({ id, number }) => [id, number]));
  const found = [...withAgreed(content.budget)].flatMap(([key, value]): [string, number][] => {
    const [row, field] = splitFieldKey(key);
    const quantity = splitQuantity(field);
    const number = numbers.get(quantity?.organisationId ?? '');
    const rowName = isCostRow(row) ? row : rows.get(row);
    if (!quantity || !number || !rowName || typeof value !== 'number') return [];
    return [[`${rowName}/${number}:${quantity.name}`, quantity.name === COST ? value / 100 : value]];
  });
  return { quantities: Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function writeOrganisation(one: Organisation): Omit<ProposalFileInput['organisations'][number], 'id'> {
  const { legalName, legalNameLatin, country, city, oid, type, role, newcomer, charter } = one;
  return {
    legal_name: legalName,
    ...(legalNameLatin && { legal_name_latin: legalNameLatin }),
    country,
    city,
    ...(oid && { oid }),
    type,
    role,
    newcomer,
    ...(one.publicBody !== null && { public_body: one.publicBody }),
    ...(one.nonProfit !== null && { non_profit: one.nonProfit }),
    ...(one.established && { established: one.established }),
    ...(charter && { charter }),
    ...(one.applications !== null && { applications: one.applications }),
  };
}

function writeFacts({
  call,
  content: { facts },
}: WriteInput): Omit<ProposalFileInput, 'action' | 'call' | 'organisations'> {
  const text = (key: string) => String(facts.get(key) ?? '');
  const labelOf = (questionId: string, id: string) =>
    questionsOf(call)
      .get(questionId)
      ?.options?.find((option) => option.id === id)?.label ?? id;
  const chosen = (questionId: string) =>
    (questionsOf(call).get(questionId)?.options ?? [])
      .filter((option) => facts.get(`${questionId}/${option.id}`) === true)
      .map((option) => option.label);
  const main = text('priority_main');
  const duration = facts.get('duration');
  return {
    title: text('title'),
    acronym: text('acronym'),
    ...(typeof duration === 'number' && { duration_months: duration }),
    ...(text('start_date') && { start: text('start_date') }),
    ...(text('lump_sum') && { lump_sum: Number(text('lump_sum')) }),
    ...(text('language') && { language: text('language') }),
    priorities: [...(main ? [labelOf('priority_main', main)] : []), ...chosen('priority_extra')],
    topics: chosen('topics'),
    facts: Object.fromEntries(
      [...facts].filter(([key]) => !OWN.test(key) && !isGlossaryKey(key)).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

function amounts(rowId: string, content: ProposalContent, numbers: Map<string, string>): Record<string, number> {
  const parts: Record<string, number> = {};
  for (const [id, number] of numbers) {
    const cents = amountIn(content.budget, rowId, id);
    if (cents !== null) parts[number] = cents / 100;
  }
  return parts;
}

const total = (parts: Record<string, number>): number =>
  Object.values(parts).reduce((sum, euro) => sum + Math.round(euro * 100), 0) / 100;

function writePeriod(one: PlanActivity | PlanWorkPackage, numbers: Map<string, string>) {
  const lead = numbers.get(one.lead);
  return {
    id: one.number,
    title: one.title,
    ...(one.from !== null && { from: one.from }),
    ...(one.to !== null && { to: one.to }),
    ...(lead && { lead }),
  };
}

function writeActivity(one: PlanActivity, content: ProposalContent, numbers: Map<string, string>): ActivityFile {
  const split = amounts(one.id, content, numbers);
  const whole = content.budget.get(budgetCell(one.id, AMOUNT_COLUMN));
  const hasSplit = Object.keys(split).length > 0;
  const orgs = one.participants.flatMap((id) => numbers.get(id) ?? []).sort();
  return {
    ...writePeriod(one, numbers),
    ...(one.part !== 'activity' && { part: one.part }),
    venue: one.venue,
    ...(hasSplit ? { by_org: split, amount: total(split) } : typeof whole === 'number' ? { amount: whole / 100 } : {}),
    orgs,
    results: plainText(content.blocksOf(answerKey('act_results', one.id))),
  };
}

function writeWorkPackage(
  one: PlanWorkPackage,
  content: ProposalContent,
  numbers: Map<string, string>,
): WorkPackageFile {
  const split = amounts(one.id, content, numbers);
  return {
    ...writePeriod(one, numbers),
    amount: total(split),
    by_org: split,
    activities: one.activities.map((activity) => writeActivity(activity, content, numbers)),
  };
}

const plainText = (blocks: Block[]): string => blocks.map(blockText).join('\n');

const hasFormat = (blocks: Block[]): boolean =>
  blocks.some(
    ({ kind, indent, runs }) =>
      kind !== 'paragraph' ||
      indent > 0 ||
      runs.some(
        ({ text, format, ref }) =>
          ref || text.includes(SOFT_BREAK) || Object.keys(format).some((name) => !name.startsWith('comment:')),
      ),
  );

/** @param shown answers with plain words where references are @param numbers of what they are of */
function writeAnswers(
  input: WriteInput,
  shown: ProposalContent,
  numbers: ReadonlyMap<string, string>,
): Pick<ProposalFileInput, 'answers' | 'formatted_answers' | 'suggested_answers'> {
  const { call, organisations, content } = input;
  const answers: Record<string, string> = {};
  const formatted: NonNullable<ProposalFileInput['formatted_answers']> = {};
  const suggested: NonNullable<ProposalFileInput['suggested_answers']> = {};
  const today = blocksOfToday({ ...input, ...content }, content.blocksOf);
  const pending = blocksOfToday({ ...input, ...content }, (key) => input.suggestedOf(key) ?? []);
  const outline = { call, organisations, workplan: readWorkplan(content.plan) };
  for (const { question, object, key } of outlineAnswers(outline, 'all')) {
    const name = object ? `${question.id}_${object.number}` : answerNameOf.name(question.id);
    if (input.suggestedOf(key)) suggested[name] = writeSuggested(input, pending(key), numbers);
    const text = plainText(shown.blocksOf(key));
    if (!text) continue;
    const blocks = today(key);
    if (hasFormat(blocks)) {
      const write = (run: Run) => writeRun(run, numbers);
      formatted[name] = blocks.map(({ kind, indent, runs }) => ({ kind, indent, runs: joined(runs.map(write)) }));
    }
    // Stands with its activity already.
    if (question.id !== 'act_results') answers[name] = text;
  }
  return {
    answers,
    formatted_answers: formatted,
    ...(Object.keys(suggested).length > 0 && { suggested_answers: suggested }),
  };
}

function writeSuggested({ nameOf }: WriteInput, blocks: Block[], numbers: ReadonlyMap<string, string>) {
  const { suggestions, write } = markWriter(blocks, nameOf);
  return {
    suggestions,
    blocks: blocks.map(({ kind, indent, runs, suggested }) => ({
      kind,
      indent,
      runs: joined(runs.map((run) => ({ ...writeRun(run, numbers), ...write(run.suggested) }))),
      ...write(suggested),
    })),
  };
}

function writeRun({ text, format: { bold, italic, underline, link }, ref }: Run, numbers: ReadonlyMap<string, string>) {
  const target = ref && writtenReference(ref, numbers);
  return {
    text: ref?.words ?? text,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(link && { link }),
    ...(target && { ref: target }),
  };
}

type RunFile = ReturnType<typeof writeRun> & ReturnType<MarkWriter['write']>;

/** Words that are left of a reference are words among words. */
function joined(runs: readonly RunFile[]): RunFile[] {
  const found: RunFile[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    const isSame =
      last && !last.ref && !run.ref && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ ...run, text: '' });
    if (isSame) found[found.length - 1] = { ...run, text: last.text + run.text };
    else found.push(run);
  }
  return found;
}
