// What a person is told of each way in which the server ends a connection or refuses what they wrote. One table, so that a new
// close code without words does not compile. The words themselves are in the catalogue.
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import type { session } from '../i18n/en/session.ts';
import type { RefusalReason } from './local-copy.ts';

/** null: the page comes back by itself within moments, and the header says "Offline" until then. */
export const closeWords = {
  malformed: 'whyMalformed',
  sessionEnded: 'signInAgain',
  notAllowed: 'whyNotAllowed',
  notFound: 'gone',
  tooBig: 'whyTooBig',
  documentFull: 'whyFull',
  contentNotAllowed: 'whyContent',
  locked: 'whyLocked',
  frozen: 'whyFrozen',
  clientTooOld: 'tooOld',
  reload: null,
  draining: null,
  storage: 'storage',
  rate: null,
  gap: null,
  damaged: 'damaged',
} as const satisfies Record<CloseReasonName, keyof typeof session | null>;

const otherWords = { restored: 'whyRestored', different: 'whyDifferent', guest: 'whyGuest' } as const;

/** Of texts that the server does not have; those of early versions do not say why. */
export function refusalWords(why: RefusalReason | undefined) {
  const known = { ...closeWords, ...otherWords } satisfies Record<RefusalReason, keyof typeof session | null>;
  return (why && known[why]) ?? 'refusedWhy';
}
