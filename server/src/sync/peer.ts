// The other end of a connection, as a room sees it.
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import type { Rights } from './admission/rights.ts';
import type { Packet } from './packet.ts';

export interface Peer {
  readonly userId: string;
  /** Another one when it is replaced while the socket is open. */
  sessionId: string;
  /** Asked with every frame: administration changes it at once. */
  rights: Rights;
  /** Stamped into its presence: JSON of an object. */
  readonly userJson: string;
  /** Of our additions to the protocol, null for a stock client. */
  readonly wireVersion: number | null;
  /** How many client ids it may still use for the first time. */
  clientIdsLeft: number;
  /** Document frames received. */
  received: number;
  /** What is sent in one go leaves in one write. */
  send(packet: Packet): void;
  /** The room forgets it first. */
  close(reason: CloseReasonName): void;
}
