// What the rest of the server may ask of the live documents. REST edits, imports and comment anchors go through the
// room that owns the document, never to its rows: so they are ordered with what people type, and everyone sees them.

import type { FieldValue, MapName } from '@adagia/shared/document';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import type { HintTopic } from '@adagia/shared/wire/messages';
import type * as Y from 'yjs';

/** What a committed update changed, for the timeline. Handed on after the commit, in order, once. */
export type ContentChange =
  | { kind: 'text'; key: string; added: number; removed: number }
  | {
      kind: 'field';
      map: MapName;
      key: string;
      before: FieldValue | null;
      after: FieldValue | null;
      /** What was written at the same moment as the value that counts, and does not count itself. */
      overtaken?: FieldValue;
    };

export interface ContentChanges {
  proposalId: ProposalId;
  /** null: the server itself. */
  authorId: UserId | null;
  at: number;
  changes: ContentChange[];
}

export interface Rooms {
  /**
   * Puts a new proposal's document into the log: `seed` runs once on an empty document, under the fixed client id of
   * the template. Rejects when the document exists.
   */
  create(proposalId: ProposalId, seed: (doc: Y.Doc) => void): Promise<void>;
  /** @returns what `look` returns. `look` must not change the document nor keep it. */
  read<T>(proposalId: ProposalId, look: (doc: Y.Doc) => T): Promise<T>;
  /**
   * What a module says of the document, whatever its size, without keeping anybody waiting: use it where the whole content is read.
   * @param module the address of a module that exports `read` (document-reader.ts); `argument` must be plain data
   */
  readAside<Result>(proposalId: ProposalId, module: URL, argument: unknown): Promise<Result>;
  /** Runs `change` in one transaction; resolves when it is on disk and sent out. If `change` throws, nothing changes. */
  edit<T>(proposalId: ProposalId, authorId: UserId | null, change: (doc: Y.Doc) => T): Promise<T>;
  /** Tells everyone in the room to re-read something that is kept in SQL. */
  hint(proposalId: ProposalId, topic: HintTopic): void;
  /** A membership or a role changed: live connections get the new rights at once, or are closed with 4403. */
  refreshRights(proposalId: ProposalId): Promise<void>;
  /** Signed out or deleted: that session's sockets are closed with 4401. */
  endSession(sessionId: string): void;
  /** The same person in the same browser goes on under another session: its sockets stay, and end with that one. */
  replaceSession(sessionId: string, by: string): void;
  /** Who has the proposal open at this moment. */
  peopleIn(proposalId: ProposalId): Promise<UserId[]>;
  /** Closes all sockets with 4503 after the last commit; resolves when everything accepted is on disk. */
  drain(): Promise<void>;
}
