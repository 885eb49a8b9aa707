// The history of figures: written with every committed change of one, read a cell at a time, newest first.
import { and, desc, eq, inArray, lt, or } from 'drizzle-orm';
import { figureChange } from '../figure-schema.ts';
import type { Tx } from '../open-database.ts';
import { placeholders, prepared } from '../prepared.ts';
import { user } from '../schema.ts';

export type FigureChangeRow = typeof figureChange.$inferSelect;

const insertOne = prepared((tx) => tx.insert(figureChange).values(placeholders(figureChange)).prepare());

export function insertFigureChange(tx: Tx, row: FigureChangeRow): void {
  insertOne(tx).run({ ...row });
}

interface Wanted {
  proposalId: string;
  /** Keys of the map that are about one figure. */
  cells: readonly string[];
  /** Only what is older than this place in the list. */
  before?: { at: number; id: string } | undefined;
}

export function listFigureChanges(tx: Tx, { proposalId, cells, before }: Wanted, limit: number) {
  const { at, id } = figureChange;
  return tx
    .select({ change: figureChange, actorName: user.name })
    .from(figureChange)
    .innerJoin(user, eq(user.id, figureChange.actorId))
    .where(
      and(
        eq(figureChange.proposalId, proposalId),
        inArray(figureChange.cell, [...cells]),
        before ? or(lt(at, before.at), and(eq(at, before.at), lt(id, before.id))) : undefined,
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit)
    .all();
}
