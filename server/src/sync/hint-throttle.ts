// A hint about the timeline at most every few seconds per proposal: it follows typing, and each one makes clients ask.

/** Milliseconds. Somebody who watches the timeline does not notice, and the server answers twelve people at leisure. */
const INTERVAL_MS = 2000;

export function hintThrottle(tell: (proposalId: string) => void): (proposalId: string) => void {
  const waiting = new Map<string, NodeJS.Timeout>();
  return (proposalId) => {
    if (waiting.has(proposalId)) return;
    const timer = setTimeout(() => {
      waiting.delete(proposalId);
      tell(proposalId);
    }, INTERVAL_MS);
    timer.unref();
    waiting.set(proposalId, timer);
  };
}
