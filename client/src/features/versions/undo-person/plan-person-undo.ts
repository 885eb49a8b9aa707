// Plans what taking back of one person's doing would change as things stand now: only what whoever asks may write, answers as they would
// be, and what stays as it is, with why. Writes nothing: it is tried on a copy of the document.
import { type AnswerKey, answerKeySchema, parseAnswerKey } from '@adagia/shared/answer-key';
import type { TracedPerson } from '@adagia/shared/api/undo-person';
import { type FieldValue, type MapName, mapNames, PLAN, splitFieldKey } from '@adagia/shared/document';
import { isDocumentField } from '@adagia/shared/document-fields';
import { questionsOf } from '@adagia/shared/exchange/proposal-file-names';
import { leaveFormats } from '@adagia/shared/leave-formats';
import { isWaiverKey } from '@adagia/shared/plan/waivers';
import { hangsOn, isAbout } from '@adagia/shared/versions/hangs-on';
import type { AnswerTrace, FieldTrace, IdRange } from '@adagia/shared/versions/person-trace';
import type { TextPart } from '@adagia/shared/versions/version-part';
import * as Y from 'yjs';
import { readAttributedText } from '../../../editor/binding/attributed-text.ts';
import type { Closed, FieldRestoring, RestoringContext } from '../restoring/plan-restoring.ts';
import { textPartOf } from '../text-part-of.ts';
import { isLater, type Seen } from './seen.ts';
import { type Undoing, type Undone, undoAnswer } from './undo-answer.ts';

export interface AnswerUndoing extends AnswerTrace {
  root: AnswerKey;
  change: Undone;
  before: TextPart;
  after: TextPart;
}

export interface PersonUndoPlan {
  how: Undoing;
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
  unclear: number;
}

type Context = RestoringContext & { traced: TracedPerson };

const isOpen = ({ rights }: Context, root: string, key: string | null): boolean =>
  rights.canWrite && !rights.suggestsOnly && (rights.refusalAt?.(root, key) ?? null) === null;

const isMap = (name: string): name is MapName => mapNames.some((one) => one === name);

const madeIn = ({ traced: { trace } }: Context): string[] =>
  trace.fields
    .filter(({ map, key, before, after }) => map === PLAN && key.endsWith('/kind') && before === null && after !== null)
    .map(({ key }) => splitFieldKey(key)[0]);

/** Also by what came since it was traced, whoever wrote it. */
function builtOnBy(context: Context, seen: Seen): ReadonlySet<string> {
  const { doc, traced } = context;
  const isNew = (item: Y.Item) => !item.deleted && isLater(seen, item.id.client, item.id.clock);
  const isBuiltOn = (id: string): boolean =>
    [...doc.share].some(([root, type]) => {
      const isNamed = [...type._map].some(
        ([key, item]) => isNew(item) && hangsOn({ root, key, value: item.content.getContent().at(-1) }, id),
      );
      if (isNamed || !isAbout(root, id)) return isNamed;
      for (let item = type._start; item !== null; item = item.right) if (isNew(item)) return true;
      return false;
    });
  return new Set([...traced.trace.builtOn, ...madeIn(context).filter(isBuiltOn)]);
}

/** What they made and nobody else has touched is removed as people remove it, with all that is in it, so that it can come back. */
function removedObjects(context: Context, builtOn: ReadonlySet<string>): ReadonlySet<string> {
  const { fields } = context.traced.trace;
  const isOvertaken = (id: string) =>
    fields.some(({ key, overtakenBy }) => key === `${id}/kind` && overtakenBy !== null);
  const ids = madeIn(context).filter((id) => !isOvertaken(id) && !builtOn.has(id));
  return new Set(isOpen(context, PLAN, '') ? ids : []);
}

interface Wanted {
  map: MapName;
  key: string;
  seen: FieldValue | undefined;
  value: FieldValue | undefined;
}

interface Objects {
  removed: ReadonlySet<string>;
  builtOn: ReadonlySet<string>;
}

function wantedFields({ doc, traced: { trace } }: Context, { removed, builtOn }: Objects, seen: Seen): Wanted[] {
  // The same value, written again by somebody.
  const isAnew = (map: string, key: string): boolean => {
    const id = doc.getMap(map)._map.get(key)?.id;
    return id !== undefined && isLater(seen, id.client, id.clock);
  };
  const valueOf = (map: string, key: string) => doc.getMap<FieldValue>(map).get(key);
  const gone = [...removed].map((id): Wanted => {
    const key = `${id}/deleted`;
    return { map: PLAN, key, seen: valueOf(PLAN, key), value: true };
  });
  const others = trace.fields.flatMap(({ map, key, before, after, overtakenBy }): Wanted[] => {
    const [id] = splitFieldKey(key);
    const isKept = map === PLAN && builtOn.has(id) && before === null;
    if (!isMap(map) || overtakenBy !== null || removed.has(id) || isKept || isAnew(map, key)) return [];
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
function tryAnswers(context: Context, how: Undoing, roots: readonly string[], userId: string): AnswerUndoing[] {
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
    const change = copy.transact(() => undoAnswer(text, trace, how, (by, id) => authors.note(id, by)));
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
  unclear: [],
  amid: 0,
  deletedByOthers: 0,
  broughtBack: 0,
};

export function planPersonUndo(context: Context, userId: string): PersonUndoPlan {
  const { doc, traced } = context;
  const { trace } = traced;
  const how = { suggestions: new Set(trace.suggestions), seen: new Map(trace.seen) };
  const builtOn = builtOnBy(context, how.seen);
  const removed = removedObjects(context, builtOn);
  const roots = [...doc.share.keys()].filter((root) => hasPlace(context, root, removed)).sort();
  const answers = tryAnswers(context, how, roots, userId);
  const fields = wantedFields(context, { removed, builtOn }, how.seen);
  const sum = (name: 'amid' | 'deletedByOthers' | 'broughtBack') =>
    trace.answers.reduce((all, answer) => all + answer[name], 0);
  return {
    how,
    answers: answers.filter(({ root }) => isOpen(context, root, null)),
    fields: fields.filter(({ map, key }) => isOpen(context, map, key)),
    closed: [
      ...answers.filter(({ root }) => !isOpen(context, root, null)).map(({ root }) => ({ root, key: null })),
      ...fields.filter(({ map, key }) => !isOpen(context, map, key)).map(({ map, key }) => ({ root: map, key })),
    ],
    overtaken: trace.fields.filter(({ overtakenBy }) => overtakenBy !== null),
    builtOn: [...builtOn],
    amid: sum('amid'),
    deletedByOthers: sum('deletedByOthers'),
    broughtBack: sum('broughtBack'),
    unclear: trace.answers.reduce((all, { unclear }) => unclear.reduce((some, { length }) => some + length, all), 0),
  };
}
