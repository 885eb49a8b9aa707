// While a bar is in somebody's hand, or a key is held on it, what is below the picture waits: nobody looks at hundreds of rows meanwhile.
import { useEffect, useMemo, useRef, useState } from 'react';

/** Milliseconds behind the last key: longer than a keyboard waits before it begins to repeat one is felt, shorter than a look down. */
const BRIEFLY_MS = 300;

export interface Hold {
  isHeld: boolean;
  holdRest(isHeld: boolean): void;
  /** Until nothing has happened for a moment. */
  holdBriefly(): void;
}

export function useHold(): Hold {
  const [isHeld, setHeld] = useState(false);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const holding = useMemo(
    () => ({
      holdRest(next: boolean) {
        clearTimeout(timer.current);
        setHeld(next);
      },
      holdBriefly() {
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setHeld(false), BRIEFLY_MS);
        setHeld(true);
      },
    }),
    [],
  );
  return { isHeld, ...holding };
}
