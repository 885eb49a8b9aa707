// From a file to the content of a new proposal: numbers (P2, WP3, A3.1) become ids, euro become cents, labels become
// choices. Everything that does not fit is reported with its place; then nothing is imported.
import { type AnswerKey, answerKey } from '../answer-key.ts';
import { AMOUNT_COLUMN, budgetCell } from '../budget/budget-cells.ts';
import { glossaryKey, writeTerm } from '../consistency/glossary.ts';
import { isOrganisationId, normaliseOid } from '../consortium/organisation-id.ts';
import { BUDGET, type FieldValue, splitFieldKey } from '../document.ts';
import { isDocumentField } from '../document-fields.ts';
import type { OrganisationId } from '../ids.ts';
import { isWritten } from '../programme/outline.ts';
import type { Call, Question } from '../programme/schema.ts';
import { type Block, blockText } from '../text/blocks.ts';
import { textToBlocks } from '../text/text-to-blocks.ts';
import { COST, isCostRow, quantityKey, splitQuantity } from '../unit-costs/quantities.ts';
import { readCollected } from './collected-file.ts';
import { readTarget, withSigns } from './file-references.ts';
import { markReader } from './file-suggestions.ts';
import { readPlanParts } from './plan-parts.ts';
import type { NewContent, NewOrganisation } from './proposal-content.ts';
import { type FileIssue, type ProposalFile, proposalFileSchema } from './proposal-file.ts';
import { answerNameOf, findOption, questionsOf, splitAnswerName } from './proposal-file-names.ts';

export interface ReadProposal {
  call: Call;
  sector: string;
  file: ProposalFile;
  organisations: NewOrganisation[];
  content: NewContent;
}

interface Reading {
  file: ProposalFile;
  call: Call;
  newId(): string;
  content: NewContent;
  /** Number in the file → id. */
  ids: Map<string, string>;
  issues: FileIssue[];
}

type Activity = NonNullable<ProposalFile['activities']>[number];
type WorkPackage = NonNullable<ProposalFile['work_packages']>[number];

const cents = (euro: number): number => Math.round(euro * 100);

/** @param newId makes UUIDs */
/** 'KA220-EACEA-ENGO-EDU': where the action ends and the sector begins, the calls know. */
function callAndSectorOf(
  { action: name, call: year }: ProposalFile,
  findCall: (callId: string) => Call | undefined,
): { call: Call; sector: string } | null {
  const parts = name.split('-');
  // The longest action first: KA220-EACEA is not a sector of KA220.
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const call = findCall(`${parts.slice(0, length).join('-')}-${year}`);
    if (call) return { call, sector: parts.slice(length).join('-') };
  }
  return null;
}

export function readProposalFile(
  input: unknown,
  findCall: (callId: string) => Call | undefined,
  newId: () => string,
): ReadProposal | { issues: FileIssue[] } {
  const parsed = proposalFileSchema.safeParse(input);
  if (!parsed.success) {
    return { issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
  }
  const file = parsed.data;
  const found = callAndSectorOf(file, findCall);
  if (!found) return { issues: [{ path: 'action', message: `there is no call ${file.action} ${file.call}` }] };
  const { call, sector } = found;
  const content: NewContent = { facts: new Map(), plan: new Map(), budget: new Map(), answers: new Map() };
  const reading: Reading = { file, call, newId, content, ids: new Map(), issues: [] };
  if (!call.sectors.some((one) => one.id === sector))
    issue(reading, 'action', `${call.action} has no sector ${sector}`);
  const organisations = readOrganisations(reading);
  readFacts(reading);
  readPlan(reading);
  readAnswers(reading);
  if (reading.issues.length > 0) return { issues: reading.issues };
  return { call, sector, file, organisations, content };
}

function issue({ issues }: Reading, path: string, message: string): void {
  issues.push({ path, message });
}

/** The new id of a number in the file, which must not be there twice. */
function claim(reading: Reading, number: string, path: string): string {
  if (reading.ids.has(number)) issue(reading, path, `${number} is there twice`);
  const id = reading.newId();
  reading.ids.set(number, id);
  return id;
}

function readOrganisations(reading: Reading): NewOrganisation[] {
  const { organisations } = reading.file;
  if (organisations[0]?.role !== 'applicant' || organisations.filter((one) => one.role === 'applicant').length !== 1) {
    issue(reading, 'organisations', 'the first organisation, and only that, must be the applicant');
  }
  return organisations.map((one, index) => {
    const oid = normaliseOid(one.oid ?? one.oid_fictional ?? '');
    if (oid && !isOrganisationId(oid))
      issue(reading, `organisations.${index}.oid`, 'must be E and eight digits, or the nine digits of a PIC');
    const { country, city, type, role, newcomer, charter } = one;
    const id = claim(reading, one.id, `organisations.${index}.id`) as OrganisationId;
    return {
      id,
      role,
      legalName: one.legal_name,
      legalNameLatin: one.legal_name_latin,
      country,
      city,
      oid,
      type,
      newcomer,
      publicBody: one.public_body ?? null,
      nonProfit: one.non_profit ?? null,
      established: one.established ?? '',
      charter,
      applications: one.applications ?? null,
      collected: readCollected(one),
    };
  });
}

function readFacts(reading: Reading): void {
  const { file, call, content } = reading;
  const { facts } = content;
  const set = (key: string, value: FieldValue | undefined) =>
    value !== undefined && value !== '' && facts.set(key, value);
  set('title', file.title);
  set('acronym', file.acronym);
  set('start_date', file.start);
  set('duration', file.duration_months);
  set('language', file.language);
  for (const [key, value] of Object.entries(file.facts)) set(key, value);
  for (const [index, { term, instead_of: variants }] of file.glossary.entries()) {
    const written = writeTerm(term, variants);
    if (written) set(glossaryKey(reading.newId()), written);
    else issue(reading, `glossary.${index}`, 'is no term, or too long');
  }
  if (file.lump_sum !== undefined) {
    const known = call.lumpSumsCents?.value.includes(cents(file.lump_sum));
    if (!known) issue(reading, 'lump_sum', `${call.action} has no lump sum of ${file.lump_sum} euro`);
    set('lump_sum', String(file.lump_sum));
  }
  const questions = questionsOf(call);
  const [first, ...others] = file.priorities;
  if (first) choose(reading, questions.get('priority_main'), first, 'priorities.0', (id) => set('priority_main', id));
  for (const [index, label] of others.entries()) {
    const path = `priorities.${index + 1}`;
    choose(reading, questions.get('priority_extra'), label, path, (id) => set(`priority_extra/${id}`, true));
  }
  for (const [index, label] of file.topics.entries()) {
    choose(reading, questions.get('topics'), label, `topics.${index}`, (id) => set(`topics/${id}`, true));
  }
}

function choose(
  reading: Reading,
  question: Question | undefined,
  label: string,
  path: string,
  take: (id: string) => void,
): void {
  const option = question && findOption(question, label);
  if (option) take(option.id);
  else issue(reading, path, `"${label}" is not a choice of this form`);
}

function readPlan(reading: Reading): void {
  const { file, call } = reading;
  const hasWorkPackages = call.budgetUnit === 'work_package';
  if (hasWorkPackages && file.activities) issue(reading, 'activities', 'must stand under work_packages in this action');
  if (!hasWorkPackages && file.work_packages) issue(reading, 'work_packages', 'this action has none');
  for (const [index, one] of (file.work_packages ?? []).entries()) readWorkPackage(reading, one, index);
  for (const [index, one] of (file.activities ?? []).entries()) {
    readActivity(reading, one, { path: `activities.${index}`, order: index, workPackageId: null });
  }
  readPlanParts(reading);
  for (const [name, value] of Object.entries(file.quantities)) readQuantity(reading, name, value);
}

function readQuantity(reading: Reading, name: string, value: number): void {
  const path = `quantities.${name}`;
  const [row, field] = splitFieldKey(name);
  const quantity = splitQuantity(field);
  const rowId = isCostRow(row) ? row : reading.ids.get(row);
  if (!quantity || !rowId || !reading.call.unitCosts) return issue(reading, path, 'this form has no such quantity');
  const organisation = organisationId(reading, quantity.organisationId, path);
  const key = quantityKey(rowId, organisation, quantity.name);
  const stored = quantity.name === COST ? cents(value) : value;
  if (organisation && !isDocumentField(BUDGET, key, stored)) return issue(reading, path, 'must be a whole number');
  reading.content.budget.set(key, stored);
}

/** Title, months and lead: what work packages and activities share. */
function readPeriod(reading: Reading, id: string, one: Activity | WorkPackage, path: string): void {
  const { plan } = reading.content;
  plan.set(`${id}/title`, one.title);
  if (one.from !== undefined) plan.set(`${id}/from`, one.from);
  if (one.to !== undefined) plan.set(`${id}/to`, one.to);
  if (one.from !== undefined && one.to !== undefined && one.from > one.to) {
    issue(reading, `${path}.to`, 'ends before it begins');
  }
  const latest = reading.file.duration_months;
  for (const field of ['from', 'to'] as const) {
    const month = one[field];
    if (latest !== undefined && month !== undefined && month > latest) {
      issue(reading, `${path}.${field}`, `the project has ${latest} months`);
    }
  }
  if (one.lead !== undefined) plan.set(`${id}/lead`, organisationId(reading, one.lead, `${path}.lead`));
}

function organisationId(reading: Reading, number: string, path: string): string {
  const id = number.startsWith('P') ? reading.ids.get(number) : undefined;
  if (!id) issue(reading, path, `there is no organisation ${number}`);
  return id ?? '';
}

function readWorkPackage(reading: Reading, one: WorkPackage, index: number): void {
  const path = `work_packages.${index}`;
  const id = claim(reading, one.id, `${path}.id`);
  const { plan, budget } = reading.content;
  plan.set(`${id}/kind`, 'wp');
  plan.set(`${id}/order`, index);
  if (index === 0) plan.set(`${id}/management`, true);
  readPeriod(reading, id, one, path);
  const parts = Object.entries(one.by_org);
  for (const [number, euro] of parts) {
    budget.set(budgetCell(id, organisationId(reading, number, `${path}.by_org.${number}`)), cents(euro));
  }
  const sum = parts.reduce((total, [, euro]) => total + cents(euro), 0);
  if (one.amount !== undefined && parts.length > 0 && sum !== cents(one.amount)) {
    issue(reading, `${path}.amount`, `the organisations add up to ${sum / 100}`);
  }
  if (index === 0 && one.activities.length > 0) issue(reading, `${path}.activities`, 'project management has none');
  for (const [order, activity] of one.activities.entries()) {
    readActivity(reading, activity, { path: `${path}.activities.${order}`, order, workPackageId: id });
  }
}

function readActivity(
  reading: Reading,
  one: Activity,
  at: { path: string; order: number; workPackageId: string | null },
): void {
  const id = claim(reading, one.id, `${at.path}.id`);
  const { plan, budget, answers } = reading.content;
  plan.set(`${id}/kind`, 'activity');
  if (one.part) plan.set(`${id}/part`, one.part);
  plan.set(`${id}/order`, at.order);
  if (at.workPackageId) plan.set(`${id}/wp`, at.workPackageId);
  if (one.venue) plan.set(`${id}/venue`, one.venue);
  readPeriod(reading, id, one, at.path);
  for (const [index, number] of one.orgs.entries()) {
    const organisation = organisationId(reading, number, `${at.path}.orgs.${index}`);
    if (organisation) plan.set(`${id}/org:${organisation}`, true);
  }
  for (const [number, euro] of Object.entries(one.by_org ?? {})) {
    const organisation = organisationId(reading, number, `${at.path}.by_org.${number}`);
    budget.set(budgetCell(id, organisation), cents(euro));
    if (organisation && number !== one.lead) plan.set(`${id}/org:${organisation}`, true);
  }
  if (!one.by_org && one.amount !== undefined) budget.set(budgetCell(id, AMOUNT_COLUMN), cents(one.amount));
  if (one.results && questionsOf(reading.call).has('act_results'))
    answers.set(answerKey('act_results', id), textToBlocks(one.results));
}

function readAnswers(reading: Reading): void {
  const { file } = reading;
  for (const [name, text] of Object.entries(file.answers))
    putAnswer(reading, `answers.${name}`, name, textToBlocks(text));
  for (const [name, blocks] of Object.entries(file.formatted_answers)) {
    const path = `formatted_answers.${name}`;
    putAnswer(reading, path, name, withSigns(blocks.map((block, at) => blockOf(reading, block, `${path}.${at}`))));
  }
  for (const [name, answer] of Object.entries(file.suggested_answers)) readSuggested(reading, name, answer);
}

type BlockFile = ProposalFile['suggested_answers'][string]['blocks'][number];

type SuggestedFile = ProposalFile['suggested_answers'][string];

function readSuggested(reading: Reading, name: string, { suggestions, blocks }: SuggestedFile): void {
  const path = `suggested_answers.${name}`;
  const read = markReader(suggestions, (place) => issue(reading, path, `does not list the suggestion ${place}`));
  putAnswer(reading, path, name, withSigns(blocks.map((block, at) => blockOf(reading, block, `${path}.${at}`, read))));
}

const noMarks: ReturnType<typeof markReader> = () => ({});

function blockOf(reading: Reading, { kind, indent, runs, marks: ofBlock }: BlockFile, path: string, marksOf = noMarks) {
  const targetOf = (written: string): string => {
    const target = readTarget(written, reading.ids);
    if (!target) issue(reading, path, `there is nothing that ${written} could follow`);
    return target ?? '';
  };
  return {
    kind,
    indent,
    ...marksOf(ofBlock),
    runs: runs
      .filter((run) => run.text !== '')
      .map(({ text, bold, italic, underline, link, ref, marks }) => ({
        ...marksOf(marks),
        ...(ref && { target: targetOf(ref) }),
        text: text.replaceAll('\n', '\u2028'),
        format: {
          ...(bold && { bold }),
          ...(italic && { italic }),
          ...(underline && { underline }),
          ...(link && { link }),
        },
      })),
  };
}

function putAnswer(reading: Reading, path: string, name: string, blocks: Block[]): void {
  const key = keyOf(reading, name);
  if (!key) return issue(reading, path, 'this form has no such question');
  if (blocks.some((block) => blockText(block) !== '' || block.suggested) || blocks.length > 1)
    reading.content.answers.set(key, blocks);
}

function keyOf({ call, ids }: Reading, name: string): AnswerKey | null {
  const questions = questionsOf(call);
  const plain = questions.get(answerNameOf.questionId(name));
  if (plain && isWritten(plain)) return plain.repeat === 'project' ? answerKey(plain.id) : null;
  const { questionId, number } = splitAnswerName(name);
  const question = questions.get(questionId);
  const id = number && ids.get(number);
  return question && id && isWritten(question) && question.repeat !== 'project' ? answerKey(question.id, id) : null;
}
