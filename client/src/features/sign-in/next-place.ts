// Where somebody is about to go while they sign in: the page that asked for it, or an invitation, whose secret stands behind the '#' of
// its address. It travels in the body of what asks for a mail, never in an address that a server sees.
import { nextPathOf } from '@adagia/shared/next-path';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** On a page for signing in that was opened on the way to somewhere. */
    next?: string;
  }
}

/** Pages that are only about signing in: who comes by them wants to go somewhere else. */
const onTheWay = ['/sign-in', '/sign-up', '/forgotten'];

/** @returns '' for nowhere in particular */
export function nextPlace(): string {
  const { pathname, search, hash } = location;
  if (!onTheWay.includes(pathname)) return nextPathOf(pathname + search + hash);
  return nextPathOf(new URLSearchParams(search).get('next') ?? (history.state as { next?: unknown } | null)?.next);
}
