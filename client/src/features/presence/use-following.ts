// Stays with somebody: from place to place, and within an answer wherever their caret goes off the screen.
import { useEffect } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { caretHubOf } from './caret-hub.ts';
import type { PersonHere } from './people-here.ts';
import { caretOf } from './use-go-to-place.ts';

/** Pixels at the top that header and toolbar cover, and as much of a margin at the bottom. */
const MARGIN = 140;

/** A person is another object only when they are at another place. */
export function useFollowing(followed: PersonHere | undefined, goTo: (person: PersonHere) => void): void {
  const { session } = useProposal();
  useEffect(() => {
    if (!followed) return;
    goTo(followed);
    if (followed.place?.kind !== 'answer') return;
    let frame = 0;
    // Behind the frame in which the caret is drawn.
    const later = (act: () => void) => (frame = requestAnimationFrame(act));
    const look = () => later(() => later(() => isOffScreen(caretOf(followed)) && goTo(followed)));
    const stop = caretHubOf(session).subscribe(followed.place.key, () => {
      cancelAnimationFrame(frame);
      look();
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [session, followed, goTo]);
}

function isOffScreen(caret: Element | null): boolean {
  if (!caret) return false;
  const { top, bottom } = caret.getBoundingClientRect();
  return top < MARGIN || bottom > globalThis.innerHeight - MARGIN;
}
