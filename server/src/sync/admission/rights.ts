// What a person may change in one document, as admission asks it: the table of capabilities and locks, folded into two
// questions. Knows nothing of roles.
import { BUDGET, splitFieldKey } from '@adagia/shared/document';
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import type { Place } from './document-index.ts';

export interface Rights {
  canWrite: boolean;
  /** Why nothing may be changed at a place, null where it may. Absent: everything may be changed. */
  refusalAt?: (place: Place) => CloseReasonName | null;
}

export interface RightsInput {
  canWrite: boolean;
  /** Names of answers that are locked. */
  lockedRoots?: ReadonlySet<string>;
  /** In the budget only the columns of these organisations; absent: all. */
  ownColumns?: ReadonlySet<string>;
}

export function rightsOf({ canWrite, lockedRoots, ownColumns }: RightsInput): Rights {
  if (!lockedRoots?.size && !ownColumns) return { canWrite };
  return {
    canWrite,
    refusalAt({ root, mapKey }) {
      if (lockedRoots?.has(root)) return 'locked';
      if (ownColumns && root === BUDGET && mapKey !== null && !ownColumns.has(splitFieldKey(mapKey)[1]))
        return 'notAllowed';
      return null;
    },
  };
}
