// A toolbar is one stop of the Tab key; arrows, Home and End move inside of it (WAI-ARIA practices). Buttons come and go:
// the one that can be reached is kept in the elements themselves.
import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';

const buttonsOf = (toolbar: HTMLElement | null): HTMLElement[] => [
  ...(toolbar?.querySelectorAll<HTMLElement>('button') ?? []),
];

function reach(buttons: readonly HTMLElement[], one: HTMLElement | undefined): void {
  for (const button of buttons) button.tabIndex = button === one ? 0 : -1;
}

export interface RovingFocus {
  onKeyDown(event: KeyboardEvent): void;
  onFocus(event: FocusEvent): void;
}

export function useRovingFocus(ref: RefObject<HTMLElement | null>): RovingFocus {
  useLayoutEffect(() => {
    const buttons = buttonsOf(ref.current);
    reach(buttons, buttons.find((button) => button.tabIndex === 0 && button.dataset.reached) ?? buttons[0]);
  });
  return {
    onFocus({ target }) {
      const buttons = buttonsOf(ref.current);
      const one = buttons.find((button) => button === target);
      if (!one) return;
      for (const button of buttons) delete button.dataset.reached;
      one.dataset.reached = 'true';
      reach(buttons, one);
    },
    onKeyDown(event) {
      const buttons = buttonsOf(ref.current);
      const at = buttons.indexOf(event.target as HTMLElement);
      const next = at < 0 ? undefined : nextIndex(event.key, at, buttons.length);
      if (next === undefined) return;
      event.preventDefault();
      buttons[next]?.focus();
    },
  };
}

function nextIndex(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
