// What a proposal's live document is to the rest of the client: features read and write it through this, and know no
// socket, no IndexedDB and no acknowledgement. `open-session.ts` makes the real one; tests make one around a bare Y.Doc.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { OrganisationId, PlanObjectId, ProposalId, UserId } from '@adagia/shared/ids';
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import type { HintTopic } from '@adagia/shared/wire/messages';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { RefusalReason, RefusedText } from './local-copy.ts';

/** A value that can be read now and watched, in the form that React's useSyncExternalStore wants. */
export interface Observable<T> {
  get(): T;
  /** @returns a function that stops watching */
  subscribe(listener: () => void): () => void;
}

/**
 * What the header says. Exactly one holds at any time, and `saved` comes from the server's acknowledgement only.
 * opening: nothing shown yet. saving: typed, not yet on the server's disk. offline: kept on this device.
 * failed: the server refuses or cannot store; a copy is kept.
 */
export type SaveState =
  | { kind: 'opening' }
  | { kind: 'saved' }
  | { kind: 'saving'; sinceMs: number }
  | { kind: 'offline'; changes: number }
  | { kind: 'failed'; reason: CloseReasonName; changes: number };

/** Where somebody is. Carets are relative positions in that answer's Y.Text, as JSON of `Y.relativePositionToJSON`. */
export type Place =
  | { kind: 'answer'; key: AnswerKey; anchor?: unknown; head?: unknown }
  | { kind: 'plan'; objectId: PlanObjectId | null }
  | { kind: 'budget'; cell: string | null }
  | { kind: 'page'; page: string };

/** One awareness state. `user` is stamped by the server: what a client claims there is overwritten. */
export interface Presence {
  user: { id: UserId; name: string; organisationId: OrganisationId | null; colour: string };
  place?: Place;
}

export interface ProposalSession {
  readonly proposalId: ProposalId;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** True as soon as the document shows what the device or the server holds; editors mount after it. */
  readonly isReady: Observable<boolean>;
  readonly saveState: Observable<SaveState>;
  /** False: a role that does not write, or rights removed. Editors are read-only. */
  readonly canWrite: Observable<boolean>;
  /** Calls back when the server hints that something in SQL changed, and after each reconnect for every topic. */
  onHint(listener: (topic: HintTopic) => void): () => void;
  /** Text that the server refused, as the person sees it, to copy from. Emptied by `dismissRefused`. */
  readonly refused: Observable<readonly RefusedText[]>;
  /** Why the document was loaded anew, where there is something to say about it; also emptied by `dismissRefused`. */
  readonly reloadedFor: Observable<RefusalReason | null>;
  dismissRefused(): void;
  /** False: this browser has no storage, or it is full. What the server does not have is in this tab only. */
  readonly keepsCopy: Observable<boolean>;
  /** The proposal is larger than any real one, and near the size above which nothing more is stored. */
  readonly isLarge: Observable<boolean>;
  /** Sockets are refused again and again while the network is there: writing goes on, on this device only. */
  readonly isBlocked: Observable<boolean>;
  /** Sends at most five times a second; the last one always arrives. */
  setPlace(place: Place): void;
  close(): void;
}

/** Origins of local transactions. Undo tracks these and nothing else (null is used by Yjs' own clean-up). */
export const EDITOR_ORIGIN = Symbol('editor');
export const GRID_ORIGIN = Symbol('grid');
