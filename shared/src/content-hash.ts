// A fingerprint of what a proposal's document says: every answer with its attributes, every field, in one order, whatever the
// order in which it was written and whatever Yjs keeps besides. Client and server compare it when nothing is under way. Takes
// any document of that shape, so that this package needs no Yjs. Not for security.
import { parseAnswerKey } from './answer-key.ts';
import { mapNames } from './document.ts';
import { hashText } from './text/hash-text.ts';

interface TextRun {
  insert?: unknown;
  attributes?: Readonly<Record<string, unknown>>;
}

/** A Y.Doc. */
export interface ContentDocument {
  share: ReadonlyMap<string, unknown>;
  getText(name: string): { toDelta(): TextRun[]; getAttributes(): Readonly<Record<string, unknown>> };
  getMap(name: string): { entries(): Iterable<[string, unknown]> };
}

const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);

function attributesOf(attributes: Readonly<Record<string, unknown>> = {}): string {
  const set = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined);
  return JSON.stringify(set.sort(byName));
}

/** Neighbours with the same attributes are one run: where Yjs cuts them depends on who formatted first. */
function runsOf(delta: readonly TextRun[]): string[] {
  const runs: { text: string; attributes: string }[] = [];
  for (const run of delta) {
    const text = typeof run.insert === 'string' ? run.insert : JSON.stringify(run.insert);
    const attributes = attributesOf(run.attributes);
    const last = runs.at(-1);
    if (last?.attributes === attributes) last.text += text;
    else runs.push({ text, attributes });
  }
  return runs.map(({ text, attributes }) => `${JSON.stringify(text)}${attributes}`);
}

function answerOf(doc: ContentDocument, name: string): string {
  const text = doc.getText(name);
  const runs = runsOf(text.toDelta());
  const attributes = attributesOf(text.getAttributes());
  // One that was only looked at is as one that is not there.
  return runs.length === 0 && attributes === '[]' ? '' : `${name}${attributes}${runs.join('')}`;
}

/** 16 hexadecimal digits. A few milliseconds for a whole proposal. */
export function contentHash(doc: ContentDocument): string {
  const names = [...doc.share.keys()].filter((name) => parseAnswerKey(name) !== null).sort();
  const answers = names.map((name) => answerOf(doc, name)).filter(Boolean);
  const fields = mapNames.map((name) => JSON.stringify([...doc.getMap(name).entries()].sort(byName)));
  return hashText([...answers, ...fields].join('\n'));
}
