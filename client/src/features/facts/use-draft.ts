// What somebody is typing into a small field, before it is stored: kept while they type, so that a colleague's change of
// the same field does not move their caret; stored after a pause and when they leave the field.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Milliseconds without a key: short enough to feel live, long enough for one change a word. */
const PAUSE_MS = 400;

export interface Draft {
  value: string;
  change(value: string): void;
  commit(): void;
}

export function useDraft(stored: string, store: (value: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ draft, stored, store });
  useLayoutEffect(() => {
    latest.current = { draft, stored, store };
  });
  const write = useCallback(() => {
    clearTimeout(timer.current);
    const { draft: value, stored: before, store: put } = latest.current;
    if (value !== null && value !== before) put(value);
  }, []);
  const commit = useCallback(() => {
    write();
    setDraft(null);
  }, [write]);
  const change = useCallback(
    (value: string) => {
      setDraft(value);
      latest.current = { ...latest.current, draft: value };
      clearTimeout(timer.current);
      timer.current = setTimeout(write, PAUSE_MS);
    },
    [write],
  );
  // Leaving the page within the pause must not lose the last word.
  useEffect(() => write, [write]);
  return { value: draft ?? stored, change, commit };
}
