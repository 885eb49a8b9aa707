// What time it is, told anew often enough for minutes to be right.
import { useEffect, useState } from 'react';

/** Milliseconds. Minutes are shown, and nothing finer. */
const TICK_MS = 10_000;

/** @returns milliseconds since 1970 */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
