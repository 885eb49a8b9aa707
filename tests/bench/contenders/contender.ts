// A server under measurement, whichever it is: how to give it documents and people, start it on a copy, and end it.

import type { Seat } from '../load/plan.ts';
import type { Dialect } from '../wire/messages.ts';

/** How many documents with how many people in each. */
export interface StageSize {
  documents: number;
  peoplePerDocument: number;
}

export interface RunningServer {
  pid: number;
  port: number;
  dataDir: string;
  /** Heap and buffers behind a collection of garbage, without what the process took and does not use. */
  heldBytes(): Promise<number>;
  /** SIGTERM, as an administrator does. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut does. */
  kill(): Promise<void>;
  /** When a measurement is over: at once, unless it is to write a profile. */
  end(): Promise<void>;
}

export interface Stage {
  /** Starts on a fresh copy of the prepared data, or goes on with the data of an earlier start. */
  start(dataDir?: string): Promise<RunningServer>;
  /** The `place`-th person in the `document`-th document. */
  seat(document: number, place: number): Pick<Seat, 'path' | 'documentName' | 'cookie'>;
  dispose(): void;
}

export interface Contender {
  name: 'adagia' | 'hocuspocus' | 'y-websocket-leveldb' | 'y-websocket-memory' | 'relay';
  label: string;
  dialect: Dialect;
  /** Keeps documents at all: the bare relay does not, and cannot take part where somebody joins. */
  hasSync: boolean;
  isPersistent: boolean;
  prepare(size: StageSize): Promise<Stage>;
}
