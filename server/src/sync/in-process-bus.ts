// The bus of one process: everybody who listens hears at once.
import type { Bus, BusMessage } from './bus.ts';

/** @param onError a listener failed; the others hear all the same */
export function inProcessBus(onError: (error: unknown) => void): Bus {
  const listeners = new Set<(message: BusMessage) => void>();
  return {
    publish(message) {
      for (const listener of listeners) {
        try {
          listener(message);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
