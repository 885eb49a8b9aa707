// What a person may change in one document, as admission asks it: may they write, and is anything against this place. Knows
// nothing of roles, sections and locks: shared/src/writing-rights.ts folds them into these two questions.
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';

export interface Rights {
  canWrite: boolean;
  /** Only suggestions: the room holds what they send against what is there (suggestion-guard.ts). */
  suggestsOnly?: boolean;
  /**
   * Why nothing may be changed there, null where it may. Absent: everything may be changed.
   * @param mapKey null in an answer
   */
  refusalAt?: (root: string, mapKey: string | null) => CloseReasonName | null;
}
