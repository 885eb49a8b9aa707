// A field that saves itself (field-saver.ts), as a hook.
import { useCallback, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { FieldSaver, type SaverState, type Saving } from './field-saver.ts';

export interface Autosave extends Omit<SaverState, 'draft'> {
  /** What is typed, or what is stored. */
  value: string;
  change(value: string): void;
  /** Saves now. */
  commit(value?: string): void;
}

export function useAutosave(options: Saving): Autosave {
  const [saver] = useState(() => new FieldSaver(options));
  useLayoutEffect(() => saver.configure(options));
  const { draft, state, error } = useSyncExternalStore(saver.subscribe, saver.get);
  const commit = useCallback(
    (value?: string) => {
      if (value !== undefined) saver.change(value);
      void saver.flush();
    },
    [saver],
  );
  const isUnsaved = draft !== null;
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
  // Another page of the app is opened within the pause.
  useEffect(() => () => void saver.flush(), [saver]);
  return { value: draft ?? options.stored, state, error, change: saver.change, commit };
}
