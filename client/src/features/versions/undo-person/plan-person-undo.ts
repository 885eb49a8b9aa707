// Plans what taking back of one person's doing would change as things stand now: only what whoever asks may write, answers as they would
// be, and what stays as it is, with why. Writes nothing: it is tried on a copy of the document.
import { type AnswerKey, answerKeySchema, parseAnswerKey } from '@adagia/shared/answer-key';
import type { TracedPerson } from '@adagia/shared/api/undo-person';
import { type FieldValue, type MapName, mapNames, PLAN, splitFieldKey } from '@adagia/shared/document';
import { isDocumentField } from '@adagia/shared/document-fields';
import { questionsOf } from '@adagia/shared/exchange/proposal-file-names';
import { leaveFormats } from '@adagia/shared/leave-formats';
import { isWaiverKey } from '@adagia/shared/plan/waivers';
import type { AnswerTrace, FieldTrace, IdRange } from '@adagia/shared/versions/person-trace';
import type { TextPart } from '@adagia/shared/versions/version-part';
import * as Y from 'yjs';
import { readAttributedText } from '../../../editor/binding/attributed-text.ts';
import type { Closed, FieldRestoring, RestoringContext } from '../restoring/plan-restoring.ts';
import { textPartOf } from '../text-part-of.ts';
import { type Undone, undoAnswer, type Whose } from './undo-answer.ts';

export interface AnswerUndoing extends AnswerTrace {
  root: AnswerKey;
  change: Undone;
  before: TextPart;
  after: TextPart;
}

export interface PersonUndoPlan {
  whose: Whose;
  answers: AnswerUndoing[];
  fields: FieldRestoring[];
  /** It is their doing too, and not ours to write. */
  closed: Closed[];
  /** Others have written them since. */
  overtaken: FieldTrace[];
  /** Objects of the plan that they made and others have built on. */
  builtOn: string[];
  /** Characters in all answers: see person-trace.ts. */
  amid: number;
  deletedByOthers: number;
  broughtBack: number;
}

type Context = RestoringContext & { traced: TracedPerson };

const isOpen = ({ rights }: Context, root: string, key: string | null): boolean =>
  rights.canWrite && !rights.suggestsOnly && (rights.refusalAt?.(root, key) ?? null) === null;

const isMap = (name: string): name is MapName => mapNames.some((one) => one === name);

/** What they made and nobody else has touched is removed as people remove it, with all that is in it, so that it can come back. */
function removedObjects({ traced: { trace }, ...context }: Context): ReadonlySet<string> {
  const made = trace.fields.filter(
    ({ map, key, before, after, overtakenBy }) =>
      map === PLAN && key.endsWith('/kind') && before === null && after !== null && overtakenBy === null,
  );
  const ids = made.map(({ key }) => splitFieldKey(key)[0]);
  const isPlanOpen = isOpen({ traced: { trace }, ...context } as Context, PLAN, '');
  return new Set(isPlanOpen ? ids.filter((id) => !trace.builtOn.includes(id)) : []);
}

interface Wanted {
  map: MapName;
  key: string;
  seen: FieldValue | undefined;
  value: FieldValue | undefined;
}

function wantedFields({ doc, traced: { trace } }: Context, removed: ReadonlySet<string>): Wanted[] {
  const valueOf = (map: string, key: string) => doc.getMap<FieldValue>(map).get(key);
  const gone = [...removed].map((id): Wanted => {
    const key = `${id}/deleted`;
    return { map: PLAN, key, seen: valueOf(PLAN, key), value: true };
  });
  const others = trace.fields.flatMap(({ map, key, before, after, overtakenBy }): Wanted[] => {
    const [id] = splitFieldKey(key);
    const isKept = map === PLAN && trace.builtOn.includes(id) && before === null;
    if (!isMap(map) || overtakenBy !== null || removed.has(id) || isKept) return [];
    // Who waives a rule signs for it: nobody else puts the name there again.
    if (map === PLAN && isWaiverKey(key)) return [];
    if (before !== null && !isDocumentField(map, key, before)) return [];
    const seen = valueOf(map, key);
    return (seen ?? null) === after ? [{ map, key, seen, value: before ?? undefined }] : [];
  });
  return [...gone.filter(({ seen }) => seen !== true), ...others];
}

/** Asked for on the form of now, of an object that is there. */
function hasPlace({ call, doc, organisationIds }: Context, root: string, removed: ReadonlySet<string>): boolean {
  const { questionId, objectId } = parseAnswerKey(root) ?? {};
  if (questionId === undefined || !questionsOf(call).has(questionId)) return false;
  if (!objectId || organisationIds.includes(objectId)) return true;
  return doc.getMap(PLAN).has(`${objectId}/kind`) && !removed.has(objectId);
}

class Authors {
  readonly #ids = new Map<string, string | null>();

  note({ client, clock, length }: IdRange, by: string | null): void {
    for (let at = clock; at < clock + length; at += 1) this.#ids.set(`${client} ${at}`, by);
  }

  readonly of = (client: number, clock: number): string | null => this.#ids.get(`${client} ${clock}`) ?? null;
}

/** As they are, and as they would be; only those in which something changes. */
function tryAnswers(context: Context, whose: Whose, roots: readonly string[], userId: string): AnswerUndoing[] {
  const { doc, traced } = context;
  const copy = new Y.Doc();
  leaveFormats(copy);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return roots.flatMap((root): AnswerUndoing[] => {
    const known = traced.trace.answers.find((one) => one.root === root);
    const trace = known ?? { ...NO_TRACE, root };
    const authors = new Authors();
    for (const id of trace.inserted) authors.note(id, userId);
    const text = copy.getText(root);
    const before = textPartOf(readAttributedText(text), authors.of);
    const change = copy.transact(() => undoAnswer(text, trace, whose, (by, id) => authors.note(id, by)));
    const isChange = change.removed + change.returned + change.reformatted > 0;
    if (!isChange) return [];
    const after = textPartOf(readAttributedText(text), authors.of);
    return [{ ...trace, root: answerKeySchema.parse(root), change, before, after }];
  });
}

const NO_TRACE: Omit<AnswerTrace, 'root'> = {
  inserted: [],
  returned: [],
  reformatted: [],
  own: [],
  amid: 0,
  deletedByOthers: 0,
  broughtBack: 0,
};

export function planPersonUndo(context: Context, userId: string): PersonUndoPlan {
  const { doc, traced } = context;
  const { trace, personIds, since, until } = traced;
  const whose = { personIds, sinceMs: Date.parse(since), untilMs: Date.parse(until) };
  const removed = removedObjects(context);
  const roots = [...doc.share.keys()].filter((root) => hasPlace(context, root, removed)).sort();
  const answers = tryAnswers(context, whose, roots, userId);
  const fields = wantedFields(context, removed);
  const sum = (name: 'amid' | 'deletedByOthers' | 'broughtBack') =>
    trace.answers.reduce((all, answer) => all + answer[name], 0);
  return {
    whose,
    answers: answers.filter(({ root }) => isOpen(context, root, null)),
    fields: fields.filter(({ map, key }) => isOpen(context, map, key)),
    closed: [
      ...answers.filter(({ root }) => !isOpen(context, root, null)).map(({ root }) => ({ root, key: null })),
      ...fields.filter(({ map, key }) => !isOpen(context, map, key)).map(({ map, key }) => ({ root: map, key })),
    ],
    overtaken: trace.fields.filter(({ overtakenBy }) => overtakenBy !== null),
    builtOn: trace.builtOn,
    amid: sum('amid'),
    deletedByOthers: sum('deletedByOthers'),
    broughtBack: sum('broughtBack'),
  };
}
