// For what nobody waits for: true once the browser has had a moment to itself.
import { useEffect, useState } from 'react';

/** Milliseconds. On a page that is never idle it comes all the same. */
const TIMEOUT_MS = 1000;

export function useWhenIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const done = () => setIdle(true);
    if (!('requestIdleCallback' in globalThis)) {
      const timer = setTimeout(done, TIMEOUT_MS);
      return () => clearTimeout(timer);
    }
    const request = requestIdleCallback(done, { timeout: TIMEOUT_MS });
    return () => cancelIdleCallback(request);
  }, []);
  return isIdle;
}
