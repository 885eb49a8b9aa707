// To whom I have jumped, and whether I follow them: the first click jumps, a second one follows, and the first sign of my
// own will (a scroll, a key, a click elsewhere) ends both.
import type { UserId } from '@adagia/shared/ids';
import { useEffect } from 'react';
import { useObservable } from '../../session/observable.ts';
import { observable, type Settable } from '../../session/observable-value.ts';
import type { ProposalSession } from '../../session/proposal-session.ts';

export interface Attention {
  userId: UserId;
  isFollowing: boolean;
}

const attentions = new WeakMap<ProposalSession, Settable<Attention | null>>();

export function attentionOf(session: ProposalSession): Settable<Attention | null> {
  const attention = attentions.get(session) ?? observable<Attention | null>(null);
  attentions.set(session, attention);
  return attention;
}

/** What the next click on somebody does. */
export function nextAttention(before: Attention | null, userId: UserId): Attention | null {
  if (before?.userId !== userId) return { userId, isFollowing: false };
  return before.isFollowing ? null : { userId, isFollowing: true };
}

/** `scroll` itself is not among them: following scrolls too. */
const STOPS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** A click on an avatar, or the key for it. Whoever has just clicked one has the focus there: any other key still stops. */
function choosesPerson(event: Event): boolean {
  const isOnAvatar = event.target instanceof Element && event.target.closest('[data-avatar]') !== null;
  if (!isOnAvatar) return false;
  return event instanceof KeyboardEvent ? [' ', 'Enter'].includes(event.key) : event.type === 'pointerdown';
}

export function useStopFollowing(session: ProposalSession): void {
  const attention = useObservable(attentionOf(session));
  const isOn = attention !== null;
  useEffect(() => {
    if (!isOn) return;
    const stop = (event: Event) => {
      if (!choosesPerson(event)) attentionOf(session).set(null);
    };
    for (const name of STOPS) document.addEventListener(name, stop, { capture: true, passive: true });
    return () => {
      for (const name of STOPS) document.removeEventListener(name, stop, { capture: true });
    };
  }, [session, isOn]);
}
