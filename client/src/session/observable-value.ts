// A value that can be read, watched and set, without React: what a session shows is made of these.
import type { Observable } from './proposal-session.ts';

export interface Settable<T> extends Observable<T> {
  /** Tells the listeners only when the value is another one. */
  set(value: T): void;
}

export function observable<T>(initial: T): Settable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
