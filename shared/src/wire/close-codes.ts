// Why a socket was ended. One table for both sides: the server closes with these, the client acts by `retry`.
//   44xx  do not retry by itself: something must change first      45xx  retry with back-off and jitter

export type Retry = 'never' | 'after-reload' | 'back-off';

interface CloseReason {
  code: number;
  /** never: stop and tell the person. after-reload: drop unsaved frames (kept as a copy), then join again. */
  retry: Retry;
}

export const closeReasons = {
  malformed: { code: 4400, retry: 'after-reload' },
  sessionEnded: { code: 4401, retry: 'never' },
  notAllowed: { code: 4403, retry: 'after-reload' },
  notFound: { code: 4404, retry: 'never' },
  tooBig: { code: 4413, retry: 'after-reload' },
  documentFull: { code: 4414, retry: 'after-reload' },
  contentNotAllowed: { code: 4422, retry: 'after-reload' },
  locked: { code: 4423, retry: 'after-reload' },
  frozen: { code: 4424, retry: 'after-reload' },
  clientTooOld: { code: 4426, retry: 'never' },
  reload: { code: 4500, retry: 'back-off' },
  draining: { code: 4503, retry: 'back-off' },
  storage: { code: 4507, retry: 'back-off' },
  rate: { code: 4508, retry: 'back-off' },
  gap: { code: 4509, retry: 'back-off' },
  damaged: { code: 4510, retry: 'back-off' },
} as const satisfies Record<string, CloseReason>;

export type CloseReasonName = keyof typeof closeReasons;

/** @returns the reason for a code of ours, or null for any other (1006, a proxy's own…): treat that as back-off. */
export function closeReasonOf(code: number): CloseReasonName | null {
  const found = Object.entries(closeReasons).find(([, reason]) => reason.code === code);
  return found ? (found[0] as CloseReasonName) : null;
}
