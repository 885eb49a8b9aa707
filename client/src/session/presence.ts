// Where this person is, told to the others, and where the others are: the awareness of the one socket. Throttled, so that
// moving a caret is not worth a message each time.
import {
  type Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import type { SessionEnvironment } from './environment.ts';
import type { Place } from './proposal-session.ts';

/** Milliseconds between two places told to the others. */
const PLACE_EVERY_MS = 200;
const FROM_SERVER = Symbol('server');

interface Changed {
  added: number[];
  updated: number[];
  removed: number[];
}

export class Presence {
  readonly #awareness: Awareness;
  readonly #environment: SessionEnvironment;
  readonly #send: (payload: Uint8Array) => void;
  #cancelTimer: (() => void) | null = null;
  #nextPlace: Place | undefined;

  constructor(awareness: Awareness, environment: SessionEnvironment, send: (payload: Uint8Array) => void) {
    this.#awareness = awareness;
    this.#environment = environment;
    this.#send = send;
    awareness.on('update', ({ added, updated, removed }: Changed, origin: unknown) => {
      if (origin === FROM_SERVER) return;
      if ([...added, ...updated, ...removed].includes(awareness.clientID)) this.#tell();
    });
  }

  #tell(): void {
    this.#send(encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID]));
  }

  /** A new connection knows nothing of us. */
  connected(): void {
    if (this.#awareness.getLocalState()) this.#tell();
  }

  /** Nobody can be seen without a connection. */
  lost(): void {
    const others = [...this.#awareness.getStates().keys()].filter((id) => id !== this.#awareness.clientID);
    removeAwarenessStates(this.#awareness, others, FROM_SERVER);
  }

  received(payload: Uint8Array): void {
    applyAwarenessUpdate(this.#awareness, payload, FROM_SERVER);
  }

  /** At most five times a second; the last one always arrives. */
  setPlace(place: Place): void {
    this.#nextPlace = place;
    if (this.#cancelTimer) return;
    this.#tellPlace();
    this.#cancelTimer = this.#environment.after(PLACE_EVERY_MS, () => {
      this.#cancelTimer = null;
      if (this.#nextPlace) this.setPlace(this.#nextPlace);
    });
  }

  #tellPlace(): void {
    const place = this.#nextPlace;
    this.#nextPlace = undefined;
    if (place) this.#awareness.setLocalStateField('place', place);
  }

  /** The page is being left: the others need not wait until the connection is found dead. */
  leave(): void {
    removeAwarenessStates(this.#awareness, [this.#awareness.clientID], 'leave');
  }

  close(): void {
    this.#cancelTimer?.();
    this.#awareness.destroy();
  }
}
