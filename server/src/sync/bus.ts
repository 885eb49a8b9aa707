// The port through which rooms hear what changed elsewhere: hints only, at most once and without memory. Whoever hears one reads the
// truth where it is kept, and reads it anyway when they come back. Adapter: in-process-bus.ts; it passes bus.contract.ts.
import type { ProposalId } from '@adagia/shared/ids';
import type { HintTopic } from '@adagia/shared/wire/messages';

export type BusMessage =
  | { kind: 'hint'; proposalId: ProposalId; topic: HintTopic }
  | { kind: 'rights'; proposalId: ProposalId }
  | { kind: 'session-ended'; sessionId: string }
  | { kind: 'session-replaced'; sessionId: string; by: string };

export interface Bus {
  publish(message: BusMessage): void;
  /** @returns what ends it */
  subscribe(listener: (message: BusMessage) => void): () => void;
}
