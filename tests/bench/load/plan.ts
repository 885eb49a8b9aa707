// What the parent and a load generator say to each other: plain data over the channel between processes.
import type { Dialect } from '../wire/messages.ts';

/** One socket: somebody with a document open. */
export interface Seat {
  /** Path with query. */
  path: string;
  /** Before each message in the Hocuspocus dialect. */
  documentName: string;
  cookie?: string;
  localAddress?: string;
  /** Which document, and which place in it: only these know each other. */
  document: number;
  place: number;
  /** Root that this person types into; null for somebody who only reads. */
  root: string | null;
}

export interface LoadPlan {
  port: number;
  dialect: Dialect;
  /** A server that answers step 1: a bare relay does not, and is ready when the socket is open. */
  hasSync: boolean;
  seats: Seat[];
  keystrokesPerSecond: number;
  presencePerSecond: number;
  seed: number;
}

export type Order =
  | { order: 'open'; plan: LoadPlan }
  | { order: 'type' }
  /** Answered by `marked`; counting begins anew. */
  | { order: 'mark' }
  /** Stops typing; answered by `marked` when nothing has come for a while. */
  | { order: 'settle' };

/** Since the last mark. */
export interface Counts {
  /** Sent by all typists. */
  keystrokes: number;
  presence: number;
  /** Keystrokes and presence messages that reached somebody else: counted by clocks covered, not by frames. */
  keystrokesDelivered: number;
  presenceDelivered: number;
  framesIn: number;
  bytesIn: number;
  acks: number;
  /** Milliseconds from keystroke to another screen. */
  latencyMs: { p50: number; p90: number; p99: number; max: number } | null;
  /** How late the generator itself typed: when this is high, latencies are its own fault. */
  latenessMs: { p50: number; p99: number } | null;
  /** CPU seconds of the generator. */
  cpuSeconds: number;
}

export type Report = { report: 'ready' } | { report: 'marked'; counts: Counts } | { report: 'failed'; message: string };
