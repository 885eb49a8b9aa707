// What one person did since a moment, as far as it still stands, out of the log of a document: the whole way from rows to what a page
// is told. Pure and slow: runs in tracing-worker.ts.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import { PLAN, splitFieldKey } from '@adagia/shared/document';
import { isReferenceName } from '@adagia/shared/text/references';
import { hangsOn, isAbout } from '@adagia/shared/versions/hangs-on';
import type { FieldTrace, PersonTrace } from '@adagia/shared/versions/person-trace';
import * as Y from 'yjs';
import { AnswerWalk } from './answer-walk.ts';
import type { FieldRecord } from './field-records.ts';
import { type LoggedUpdate, PersonTracer, type Traced } from './person-tracer.ts';

export interface Replayed {
  /** What the rows build on; null: nothing. */
  base: Uint8Array | null;
  rows: readonly LoggedUpdate[];
}

/** What references stand for is never taken away, comments are the server's, and own suggestions are withdrawn as such. */
const isOfTheText = (name: string, tracer: PersonTracer): boolean =>
  !isReferenceName(name) && !name.startsWith('comment:') && !tracer.isOwnSuggestion(name);

function answersIn(tracer: PersonTracer, records: readonly FieldRecord[]): PersonTrace['answers'] {
  const roots = [...tracer.doc.share.keys()].filter((root) => parseAnswerKey(root)).sort();
  return roots.flatMap((root) => {
    const type = tracer.doc.share.get(root);
    if (!type) return [];
    const walk = new AnswerWalk(root, tracer).walk(type);
    for (const { key: name, before, after, overtakenBy } of records.filter((one) => one.root === root)) {
      if (overtakenBy === null && isOfTheText(name, tracer)) walk.trace.own.push({ name, before, after });
    }
    return walk.isEmpty ? [] : [walk.trace];
  });
}

/** Somebody else has written in it, about it, or something that names it, and that is still there. */
function isBuiltOn(tracer: PersonTracer, id: string): boolean {
  const isOthers = (item: Y.Item) => !item.deleted && !tracer.isOwn(item.id.client, item.id.clock);
  for (const [root, type] of tracer.doc.share) {
    for (const [key, item] of type._map) {
      if (isOthers(item) && hangsOn({ root, key, value: item.content.getContent().at(-1) }, id)) return true;
    }
    if (!isAbout(root, id)) continue;
    for (let item = type._start; item !== null; item = item.right) if (isOthers(item)) return true;
  }
  return false;
}

export function tracePerson({ base, rows }: Replayed, traced: Traced): PersonTrace {
  const tracer = new PersonTracer(traced);
  const from = rows.findIndex(({ at }) => at > traced.sinceMs);
  const split = from < 0 ? rows.length : from;
  tracer.begin([...(base ? [base] : []), ...rows.slice(0, split).map(({ bytes }) => bytes)]);
  tracer.replay(rows.slice(split));
  const records = tracer.fields.all;
  const fields: FieldTrace[] = records
    .filter(({ root }) => parseAnswerKey(root) === null)
    .map(({ root, ...field }) => ({ map: root, ...field }));
  const made = fields.filter(({ map, key, before }) => map === PLAN && before === null && key.endsWith('/kind'));
  const ids = made.map(({ key }) => splitFieldKey(key)[0]);
  return {
    answers: answersIn(tracer, records),
    fields,
    builtOn: ids.filter((id) => isBuiltOn(tracer, id)),
    suggestions: [...tracer.suggestions],
    seen: [...Y.decodeStateVector(Y.encodeStateVector(tracer.doc))],
  };
}
