// The copy of a document on this device: what a session may ask of it. Updates by person and document, each marked while
// the server does not have it yet, so that a reload without network shows everything and the number of unsaved changes
// survives it. Several tabs of one person share one copy. indexed-copy.ts is the browser's; local-copy.contract.ts the rules.
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';

/**
 * Why the server does not have a text. restored: an older state was put back. different: this page did not show what the server has.
 * guest: its author was a guest here, and signed in to their account somewhere else.
 */
export type RefusalReason = CloseReasonName | 'restored' | 'different' | 'guest';

export interface RefusedText {
  /** Of the answer or field, '' where it is not known. */
  key: string;
  text: string;
  /** Missing in texts of early versions. */
  why?: RefusalReason;
}

export function explained(texts: readonly RefusedText[], why: RefusalReason): RefusedText[] {
  return texts.map((text) => ({ ...text, why }));
}

export interface CopyRecord {
  bytes: Uint8Array;
  /** Typed here and not yet on the server's disk. */
  isPending: boolean;
  /** Of the document that it belongs to, null while that is not known. A restored backup is never merged with it (S5). */
  generation: string | null;
}

export interface KeptCopy {
  /** In the order in which they were written. */
  records: (CopyRecord & { id: number })[];
  /** null: nothing was ever kept. */
  generation: string | null;
  refused: RefusedText[];
}

export interface LocalCopy {
  load(): Promise<KeptCopy>;
  /** All or none, in order. @returns their ids, for `markSaved`. */
  append(records: readonly CopyRecord[]): Promise<number[]>;
  markSaved(ids: readonly number[]): Promise<void>;
  setGeneration(generation: string): Promise<void>;
  /** Replaces all saved records by one, of all tabs and in one step; unsaved ones stay as they are. */
  compact(fold: (updates: readonly Uint8Array[]) => Uint8Array): Promise<void>;
  /** In one step: keeps these texts, and forgets the records with these ids, which they were made of. */
  keepAsTexts(texts: readonly RefusedText[], ids: readonly number[]): Promise<void>;
  /**
   * In one step: keeps these texts, and forgets every saved record and the unsaved ones with these ids. Unsaved records of
   * other tabs stay. Nothing is forgotten when the texts cannot be kept.
   */
  replaceByTexts(texts: readonly RefusedText[], pendingIds: readonly number[]): Promise<void>;
  dismissRefused(): Promise<void>;
  /** What was asked before is still done. */
  close(): void;
}
