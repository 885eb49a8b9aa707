// The history of each figure of a budget: every committed change, by author and moment, also the value that lost when two people
// wrote at once. Derived from what rooms commit, as the timeline is; asked for one figure at a time, never with the proposal.
import type { Database, Tx } from '@adagia/db/open-database';
import { insertFigureChange, listFigureChanges } from '@adagia/db/repositories/figure-changes';
import { findMember } from '@adagia/db/repositories/members';
import { findProposal } from '@adagia/db/repositories/proposals';
import type { FigureChange, listFigureHistory as listFigureHistoryRoute } from '@adagia/shared/api/figures';
import { partKey, splitNegotiated } from '@adagia/shared/budget/negotiation';
import { BUDGET, type FieldValue, splitFieldKey } from '@adagia/shared/document';
import type { OrganisationId, ProposalId, UserId } from '@adagia/shared/ids';
import type { z } from 'zod';
import type { Notifying } from '../notices/notify.ts';
import { tellOfFigure } from '../notices/tell-of-figures.ts';
import type { ContentChange, ContentChanges } from '../sync/rooms.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { placeOf } from './timeline.ts';

const PAGE_SIZE = 50;
/** Milliseconds. A power cut takes back as much of the history as it is old; the figures themselves are on disk already. */
const EVERY_MS = 1000;

type FieldChange = Extract<ContentChange, { kind: 'field' }>;
type FigureEvent = Omit<ContentChanges, 'changes'> & { change: FieldChange };

/** To which proposal an offer is the answer is no figure of its own. */
const isFigure = (change: ContentChange): change is FieldChange =>
  change.kind === 'field' && change.map === BUDGET && !change.key.endsWith(':answered');
const amountOf = (value: FieldValue | null | undefined): number | null => (typeof value === 'number' ? value : null);

type Recording = Notifying & {
  database: Database;
  onError(error: unknown): void;
  /** Somebody of this proposal has something new in their inbox. */
  onTold(proposalId: ProposalId): void;
};

/** Keeps the order of the commits: whoever wrote over whom must be seen. */
export class FigureRecorder {
  readonly #deps: Recording;
  #events: FigureEvent[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: Recording) {
    this.#deps = deps;
  }

  note({ changes, ...about }: ContentChanges): void {
    for (const change of changes) if (isFigure(change)) this.#events.push({ ...about, change });
    if (this.#events.length > 0) this.#timer ??= setTimeout(() => this.flush(), EVERY_MS).unref();
  }

  /** Everything up to now is recorded when it returns. The figures are on disk already: what fails here is logged. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const events = this.#events;
    this.#events = [];
    if (events.length === 0) return;
    const told = new Set<ProposalId>();
    try {
      this.#deps.database.transaction((tx) => {
        for (const event of events) if (this.#record(tx, event)) told.add(event.proposalId);
      });
      for (const proposalId of told) this.#deps.onTold(proposalId);
    } catch (error) {
      this.#deps.onError(error);
    }
  }

  /** @returns whether somebody was told of it */
  #record(tx: Tx, { proposalId, authorId, at, change }: FigureEvent): boolean {
    // Erased meanwhile; or the server's own doing, which has no author to answer for it.
    if (!authorId || !findProposal(tx, proposalId)) return false;
    insertFigureChange(tx, {
      id: this.#deps.newId(),
      proposalId,
      cell: change.key,
      actorId: authorId,
      organisationId: findMember(tx, proposalId, authorId)?.organisationId ?? null,
      at,
      before: amountOf(change.before),
      after: amountOf(change.after),
      overtaken: amountOf(change.overtaken),
    });
    const isGone = amountOf(change.after) === null;
    return tellOfFigure(this.#deps, tx, { proposalId, actorId: authorId, key: change.key, isGone });
  }
}

const shownParts = ['proposed', 'counter', 'accepted'] as const;

/** All that is about one cell, also what was proposed and offered. */
const keysOf = (cell: string): string[] =>
  splitNegotiated(splitFieldKey(cell)[1]) ? [cell] : [cell, ...shownParts.map((part) => partKey(cell, part))];

function partOf(key: string): FigureChange['part'] {
  const part = splitNegotiated(splitFieldKey(key)[1])?.part;
  return shownParts.find((one) => one === part) ?? 'agreed';
}

function present({ change, actorName }: ReturnType<typeof listFigureChanges>[number]): FigureChange {
  const { id, at, before, after, overtaken } = change;
  return {
    id,
    at: iso(at),
    actorId: change.actorId as UserId,
    actorName,
    organisationId: change.organisationId as OrganisationId | null,
    before,
    after,
    overtaken,
    part: partOf(change.cell),
  };
}

export function listFigureHistory(
  { database: { orm }, recordChanges }: Deps,
  person: Person,
  proposalId: ProposalId,
  { cell, before }: z.output<(typeof listFigureHistoryRoute)['body']>,
): { changes: FigureChange[]; next: string | null } {
  authorise(orm, person, proposalId, 'timeline.read');
  recordChanges();
  const wanted = { proposalId, cells: keysOf(cell), before: before ? placeOf(before) : undefined };
  const rows = listFigureChanges(orm, wanted, PAGE_SIZE + 1);
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1)?.change;
  return { changes: page.map(present), next: last && rows.length > PAGE_SIZE ? `${last.at}-${last.id}` : null };
}
