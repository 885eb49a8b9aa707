// Alt+PageDown and Alt+PageUp go to the next and the previous question, also from inside an editor.
import { useEffect } from 'react';
import { goToAnswer, neighbour } from './go-to-answer.ts';

export const NEXT_QUESTION = 'Alt+PageDown';
export const PREVIOUS_QUESTION = 'Alt+PageUp';

export function useQuestionKeys(keys: readonly string[]): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
      event.preventDefault();
      const next = neighbour(keys, event.key === 'PageDown' ? 1 : -1);
      if (next) goToAnswer(next);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [keys]);
}
