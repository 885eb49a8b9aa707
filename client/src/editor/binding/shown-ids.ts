// Carries the identities of the characters that an editor shows over a local change of them. Pure.
import { type IdRun, pushId } from './attributed-text.ts';
import type { Change } from './diff-view.ts';

/** @param inserted identities of the insertions among `changes`, in order */
export function changeIds(ids: readonly IdRun[], changes: readonly Change[], inserted: readonly IdRun[]): IdRun[] {
  const changed: IdRun[] = [];
  let at = 0;
  let next = 0;
  for (const change of changes) {
    if (change.type === 'format') continue;
    copy(ids, at, change.at, changed);
    at = Math.max(at, change.at);
    if (change.type === 'delete') at = change.at + change.length;
    else {
      const id = inserted[next];
      next += 1;
      if (id) pushId(changed, id.client, id.clock, id.length);
    }
  }
  copy(ids, at, Number.POSITIVE_INFINITY, changed);
  return changed;
}

function copy(ids: readonly IdRun[], from: number, until: number, into: IdRun[]): void {
  let at = 0;
  for (const { client, clock, length } of ids) {
    const start = Math.max(from, at);
    const end = Math.min(until, at + length);
    if (start < end) pushId(into, client, clock + start - at, end - start);
    at += length;
  }
}
