// What people are told for each close code there is, and that each code gets as far as the screen.
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { type CloseReasonName, closeReasons } from '@adagia/shared/wire/close-codes';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { session as words } from '../i18n/en/session.ts';
import { closeWords, refusalWords } from './close-words.ts';
import { openSession } from './open-session.ts';
import { EDITOR_ORIGIN } from './proposal-session.ts';
import { FakeWorld } from './testing/fake-world.ts';

const names = Object.keys(closeReasons) as CloseReasonName[];

/** What is on the screen after a page that had just written something was closed with this code. */
async function toldOf(reason: CloseReasonName): Promise<string> {
  const world = new FakeWorld();
  const replaced: (string | null)[] = [];
  const session = await openSession({
    proposalId: 'p' as ProposalId,
    userId: 'ana' as UserId,
    copy: null,
    socketUrl: 'ws://server/sync',
    onReplace: ({ why }) => replaced.push(why),
    environment: world.environment,
  });
  world.socket.greet(new Y.Doc());
  world.socket.ack(1);
  session.doc.transact(() => session.doc.getText('answer:needs').insert(0, 'mine'), EDITOR_ORIGIN);
  world.socket.close(reason);
  const state = session.saveState.get();
  await new Promise<void>((resolve) => setImmediate(resolve));
  const [why] = replaced;
  if (why) return words[refusalWords(why as CloseReasonName)];
  if (state.kind === 'failed') return words[closeWords[state.reason] ?? 'failed'];
  return state.kind;
}

test.each(names)('%s: whoever was writing is told in words of its own', async (name) => {
  const told = await toldOf(name);
  if (closeReasons[name].retry === 'back-off' && closeWords[name] === null) return expect(told).toBe('offline');
  expect(told).toBe(words[closeWords[name] ?? 'failed']);
  const others = names.filter((other) => other !== name).map((other) => closeWords[other]);
  expect(others).not.toContain(closeWords[name]);
  return expect(told.length).toBeGreaterThan(30);
});

test('only what mends itself within moments may go without words', () => {
  const silent = names.filter((name) => closeWords[name] === null);
  expect(silent.every((name) => closeReasons[name].retry === 'back-off')).toBe(true);
  expect(silent).toEqual(['reload', 'draining', 'rate', 'gap']);
});
