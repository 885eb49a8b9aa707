// A sync socket of our own protocol version, as bare as can be: what it is told and how it ends.
import { closeReasonOf } from '@adagia/shared/wire/close-codes';
import { type HintTopic, messageType, WIRE_VERSION } from '@adagia/shared/wire/messages';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import WebSocket from 'ws';
import type { TestPerson, TestServer } from './test-server.ts';

export interface LiveSocket {
  /** Resolves with the reason's name, or with the bare code. */
  closed: Promise<string>;
  /** Resolves when a hint about this has come, also one that came before. */
  hinted(topic: HintTopic): Promise<void>;
  close(): void;
}

/** Resolves when the server has let it in. */
export async function openSocket(
  server: Pick<TestServer, 'url'>,
  { cookie }: Pick<TestPerson, 'cookie'>,
  proposalId: string,
): Promise<LiveSocket> {
  const url = `${server.url.replace('http', 'ws')}/sync/${proposalId}?adagia=${WIRE_VERSION}`;
  const socket = new WebSocket(url, { headers: { cookie } });
  socket.binaryType = 'nodebuffer';
  const topics = new Set<string>();
  const waiting = new Set<() => void>();
  const closed = new Promise<string>((resolve) => {
    socket.on('close', (code) => resolve(closeReasonOf(code) ?? String(code)));
  });
  const welcomed = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      const decoder = createDecoder(new Uint8Array(data));
      const type = readVarUint(decoder);
      if (type === messageType.welcome) resolve();
      if (type !== messageType.hint) return;
      topics.add(readVarString(decoder));
      for (const look of waiting) look();
    });
  });
  await welcomed;
  return {
    closed,
    hinted: (topic) =>
      new Promise((resolve) => {
        const look = () => {
          if (!topics.delete(topic)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () => socket.close(),
  };
}
