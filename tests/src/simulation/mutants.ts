// Faulty variants of one small part each, to see that the simulation finds what it is there for. None of them is production
// code; each breaks one rule of SYNC.md where two parts meet.
import { SaveLedger } from '@adagia/client/session/save-ledger';
import { ackFrame, updateFrame } from '@adagia/server/sync/frames';
import { Packet } from '@adagia/server/sync/packet';
import { messageType, syncType } from '@adagia/shared/wire/messages';
import type { Faults } from './simulation.ts';

const isDocument = (frame: Uint8Array): boolean => frame[0] === messageType.sync && frame[1] !== syncType.step1;

/** Says "saved" with the connection: does not wait for its own step 2, which carries what earlier ones could not bring. */
class HastyLedger<Kept> extends SaveLedger<Kept> {
  #isFresh = false;

  override connected(): void {
    super.connected();
    this.#isFresh = true;
  }

  override sendTyped(pieces: readonly Uint8Array[]): void {
    this.#isFresh = false;
    super.sendTyped(pieces);
  }

  override get isSettled(): boolean {
    return super.isSettled || this.#isFresh;
  }
}

export const mutants: Record<string, () => Faults> = {
  'R1 acknowledges when it is applied, not when it is on disk': () => ({
    afterReceive(peer, frame) {
      if (isDocument(frame)) peer.send(new Packet([ackFrame(peer.received)]));
    },
  }),
  'R1 sends to the others before it is on disk': () => ({
    wrapLog: (log, peers) => ({
      ...log,
      append(documentId, epoch, entries) {
        for (const { bytes } of entries) for (const peer of peers()) peer.send(new Packet([updateFrame(bytes)]));
        return log.append(documentId, epoch, entries);
      },
    }),
  }),
  'S1 says "saved" when it has sent, without an acknowledgement': () => ({
    wrapSocket(socket, events) {
      let sent = 0;
      return {
        get isOpen() {
          return socket.isOpen;
        },
        abandon: () => socket.abandon(),
        send(frame) {
          socket.send(frame);
          if (!isDocument(frame)) return;
          sent += 1;
          const acknowledged = sent;
          queueMicrotask(() => events.onMessage(ackFrame(acknowledged)));
        },
      };
    },
  }),
  'S1 says "saved" without its own step 2': () => ({ createLedger: (unsent) => new HastyLedger(unsent) }),
  'A13 takes who may only suggest for an editor': () => ({ takesSuggestersForEditors: true }),
  'L1 calls a commit done that a power cut takes back': () => ({ isLazyDisk: true }),
  'hints get lost while the connection stays': () => {
    let count = 0;
    return {
      mayPass(frame) {
        if (frame[0] !== messageType.hint) return true;
        count += 1;
        return count % 2 === 0;
      },
    };
  },
};

/** Not one that must be caught: each sixth update to a page gets lost on its way, and comparing idle pages must mend it. */
export function lossyBroadcast(): Faults {
  let count = 0;
  return {
    losesUpdates: true,
    mayPass(frame) {
      if (frame[0] !== messageType.sync || frame[1] !== syncType.update) return true;
      count += 1;
      return count % 6 !== 0;
    },
  };
}
