// A log with damaged rows, made whole as far as it goes: rows that build on a lost one are set aside with it, so that what a
// room serves and writes fits together. Clients are asked for the rest by the room's state vector, which lacks it; what of the
// set-aside rows fits again afterwards comes back at the next load. Sound documents pass untouched, at no cost.
import * as Y from 'yjs';
import type { DocumentDamage, DocumentLog } from './document-log.ts';
import type { RepairableLog, StoredDocument } from './repairable-log.ts';

/** Milliseconds: as long as the log is kept. Whoever comes back later than that brings only what is their own. */
const REFILL_FOR_MS = 30 * 24 * 60 * 60 * 1000;

type Reach = (clientId: number) => number;

/** How far each client's structs reach once the update is in; null when it leaves a gap. */
function reachWith(doc: Y.Doc, structs: readonly (Y.Item | Y.GC | Y.Skip)[]): Reach | null {
  const reach = new Map<number, number>();
  const reachOf: Reach = (clientId) => reach.get(clientId) ?? Y.getState(doc.store, clientId);
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip || clock > reachOf(client)) return null;
    reach.set(client, Math.max(reachOf(client), clock + struct.length));
  }
  return reachOf;
}

/** Can it be applied without anything being left waiting for what is not there? */
function fits(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const reachOf = reachWith(doc, structs);
  if (!reachOf) return false;
  const isThere = (id: unknown): boolean => !(id instanceof Y.ID) || id.clock < reachOf(id.client);
  const neighbours = structs.flatMap((one) => (one instanceof Y.Item ? [one.origin, one.rightOrigin, one.parent] : []));
  if (!neighbours.every(isThere)) return false;
  return [...ds.clients].every(([client, ranges]) => ranges.every(({ clock, len }) => clock + len <= reachOf(client)));
}

/** @returns whether it brought anything that the document did not have. */
function apply(doc: Y.Doc, update: Uint8Array): boolean {
  let isNews = false;
  const note = () => (isNews = true);
  doc.once('update', note);
  Y.applyUpdate(doc, update);
  doc.off('update', note);
  return isNews;
}

interface Outcome {
  /** Rows of the log that do not fit in their place. */
  unfit: number[];
  /** Rows set aside, now or earlier, that fit: closed, and of these the ones that bring something. */
  fitting: number[];
  appended: number[];
}

function examine({ snapshot, updates, updateSeqs, aside }: StoredDocument): Outcome {
  const doc = new Y.Doc();
  if (snapshot) Y.applyUpdate(doc, snapshot);
  const unfit = updateSeqs.filter((_, index) => {
    const update = updates[index];
    if (!update || !fits(doc, update)) return true;
    apply(doc, update);
    return false;
  });
  const bytesOf = new Map(updateSeqs.map((seq, index) => [seq, updates[index] ?? null]));
  const kept = aside.filter((row) => row.reason === 'dependent').map(({ seq, bytes }) => ({ seq, bytes }));
  const waiting = [...kept, ...unfit.map((seq) => ({ seq, bytes: bytesOf.get(seq) ?? null }))];
  const outcome: Outcome = { unfit, fitting: [], appended: [] };
  // In their order, which is that in which they were written: one pass is enough, as none comes before what it builds on.
  for (const { seq, bytes } of waiting) {
    if (!bytes || !fits(doc, bytes)) continue;
    outcome.fitting.push(seq);
    if (apply(doc, bytes)) outcome.appended.push(seq);
  }
  return outcome;
}

function damageOf({ aside, clientOwners }: StoredDocument, nowMs: number): DocumentDamage {
  const open = aside.filter(({ foundAt }) => nowMs - foundAt < REFILL_FOR_MS);
  const authors = new Set(open.map((row) => row.authorId));
  const isAnybodys = open.some((row) => row.reason === 'missing');
  const refillable = [...clientOwners].filter(([, owner]) => isAnybodys || authors.has(owner)).map(([id]) => id);
  return { rows: aside.length, refillable: new Set(refillable) };
}

/** @param now milliseconds */
export function soundLog(log: RepairableLog, now: () => number): DocumentLog {
  return {
    create: (documentId, generation, entry) => log.create(documentId, generation, entry),
    append: (documentId, epoch, entries) => log.append(documentId, epoch, entries),
    saveSnapshot: (...snapshot) => log.saveSnapshot(...snapshot),
    async open(documentId) {
      const stored = await log.open(documentId);
      if (!stored || stored.aside.length === 0) return stored;
      const { unfit, fitting, appended } = examine(stored);
      if (unfit.length + fitting.length === 0) return { ...stored, damage: damageOf(stored, now()) };
      if (unfit.length > 0) await log.setAside(documentId, stored.epoch, unfit);
      if (fitting.length > 0) await log.settle(documentId, stored.epoch, fitting, appended);
      const settled = await log.open(documentId);
      return settled && { ...settled, damage: damageOf(settled, now()) };
    },
  };
}
