// A document is thrown away and loaded anew when it cannot be trusted. Should that not help (a fault of ours that comes back
// each time), the page must not do it for ever: this remembers, across reloads of the tab, how often it did.
import type { SessionEnvironment } from './environment.ts';

/** In ten minutes: one is a rare accident already, five that follow each other are a fault that reloading does not mend. */
const REPLACED_MAX = 5;
const WITHIN_MS = 10 * 60_000;

type Tab = Pick<SessionEnvironment, 'nowMs' | 'readTabValue' | 'writeTabValue'>;

/** Counts this time too. @returns whether it may be done */
export function mayReplace({ nowMs, readTabValue, writeTabValue }: Tab, key: string): boolean {
  const times = (readTabValue(key) ?? '')
    .split(' ')
    .map(Number)
    .filter((atMs) => atMs > nowMs() - WITHIN_MS);
  if (times.length >= REPLACED_MAX) return false;
  writeTabValue(key, [...times, nowMs()].join(' '));
  return true;
}
