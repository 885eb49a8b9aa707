// What must hold for suggestions at the end of a run: nothing that who may only suggest has sent changed what is accepted, entry by entry
// of the log; and nothing that was written outright has become pending.
import type { LogEntry } from '@adagia/server/sync/document-log';
import { leaveFormats } from '@adagia/shared/leave-formats';
import { readSuggested } from '@adagia/shared/text/suggestion-readings';
import { pendingIn } from '@adagia/shared/text/suggestions';
import * as Y from 'yjs';
import { ANSWERS } from './contained.ts';
import type { Simulation } from './simulation.ts';

const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);

const looksOf = (attributes: object): [string, unknown][] =>
  Object.entries(attributes)
    .filter(([name]) => !name.startsWith('comment:'))
    .sort(byName);

/** Character by character; where Yjs cuts runs says nothing. Comments are the server's, which writes between two frames of somebody. */
function acceptedOf(doc: Y.Doc): string {
  const answers = ANSWERS.map((name) => {
    const text = doc.getText(name);
    const { delta, last } = readSuggested(text.toDelta(), text.getAttributes(), 'base');
    const signs = delta.flatMap(({ insert, attributes = {} }) =>
      Array.from(insert as string, (sign) => [sign, looksOf(attributes)]),
    );
    return [signs, looksOf(last)];
  });
  return JSON.stringify(answers);
}

/** @param entries the whole log: what the server marked anew stands behind what it marked */
export function checkSuggesters(simulation: Simulation, entries: readonly LogEntry[]): void {
  const suggesters = new Set(simulation.people.filter(({ isSuggester }) => isSuggester).map(({ userId }) => userId));
  const doc = new Y.Doc();
  leaveFormats(doc);
  let before: { accepted: string; author: string } | null = null;
  const check = () => {
    if (before && acceptedOf(doc) !== before.accepted)
      simulation.fail(`A13: ${before.author} may only suggest, and changed what is accepted`);
    before = null;
  };
  for (const { authorId, bytes } of entries) {
    if (authorId !== null) check();
    if (authorId !== null && suggesters.has(authorId)) {
      before = { accepted: acceptedOf(doc), author: authorId };
      simulation.count('admitted of suggesters');
    }
    Y.applyUpdate(doc, bytes);
  }
  check();
}

export function checkOutright(simulation: Simulation, doc: Y.Doc): void {
  for (const name of ANSWERS) {
    for (const { insert, attributes } of doc.getText(name).toDelta() as { insert: string; attributes?: object }[]) {
      if (pendingIn({ ...attributes }).insert === null) continue;
      const outright = Array.from(insert).find((one) => simulation.books.outright.has(one));
      if (outright) simulation.fail(`${outright} was written outright and is pending`);
    }
  }
}
