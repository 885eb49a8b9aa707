// A document with a log and people who see each other at once: for what one told sequence of steps leads to.
import { type PersonUndoPlan, planPersonUndo } from '@adagia/client/features/versions/undo-person/plan-person-undo';
import { undoPerson } from '@adagia/client/features/versions/undo-person/write-person-undo';
import { tracePerson } from '@adagia/server/versions/tracing/trace-person';
import { must } from '@adagia/shared/assert';
import { leaveFormats } from '@adagia/shared/leave-formats';
import { ka220In2026 } from '@adagia/shared/programme/ka220-2026';
import type { PersonTrace } from '@adagia/shared/versions/person-trace';
import type { WritingRights } from '@adagia/shared/writing-rights';
import * as Y from 'yjs';

export const KEY = 'answer:needs';
/** Milliseconds: of the first row. Each is a second later. */
export const START_MS = 1.8e12;

export class Told {
  readonly rows: { authorId: string; at: number; bytes: Uint8Array }[] = [];
  readonly #docs = new Map<string, Y.Doc>();
  now = START_MS;

  constructor(words: string) {
    const doc = new Y.Doc();
    doc.clientID = 1;
    doc.getText(KEY).insert(0, words);
    this.rows.push({ authorId: 'seed', at: START_MS, bytes: Y.encodeStateAsUpdate(doc) });
  }

  join(name: string): Y.Doc {
    const doc = new Y.Doc();
    doc.clientID = this.#docs.size + 2;
    leaveFormats(doc);
    for (const { bytes } of this.rows) Y.applyUpdate(doc, bytes, this);
    this.#docs.set(name, doc);
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.now += 1000;
      this.rows.push({ authorId: name, at: this.now, bytes });
      for (const [other, one] of this.#docs) if (other !== name) Y.applyUpdate(one, bytes, this);
    });
    return doc;
  }

  trace(person: string, sinceMs = START_MS, untilMs = this.now): PersonTrace {
    return tracePerson({ base: null, rows: this.rows }, { personIds: [person], sinceMs, untilMs, owners: [] });
  }

  plan(who: string, trace: PersonTrace, rights: WritingRights = { canWrite: true }): PersonUndoPlan {
    const at = new Date(this.now).toISOString();
    const traced = { since: at, until: at, trace, people: [] };
    const doc = must(this.#docs.get(who));
    return planPersonUndo({ doc, call: ka220In2026, organisationIds: [], rights, traced }, 'ben');
  }

  undo(who: string, trace = this.trace('ben')) {
    return undoPerson(must(this.#docs.get(who)), this.plan(who, trace));
  }
}

export const wordsOf = (doc: Y.Doc): string => doc.getText(KEY).toJSON();

/** Mod+Z of one person. */
export function undoOf(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(doc.getText(KEY), { trackedOrigins: new Set(['typed']), captureTimeout: 0 });
}
