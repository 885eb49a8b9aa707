// Follows an observable value from a React component.
import { useSyncExternalStore } from 'react';
import type { Observable } from './proposal-session.ts';

export function useObservable<T>(source: Observable<T>): T {
  return useSyncExternalStore(source.subscribe, source.get);
}
