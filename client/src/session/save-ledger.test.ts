// The books of saving, step by step: what is pending, what may be called saved, and what the next connection must carry.
import { describe, expect, test } from 'vitest';
import { SaveLedger } from './save-ledger.ts';

const bytes = Uint8Array.of(1);
const NOTHING = Uint8Array.of(0, 0);

/** Words for what can happen, so that a case reads as a line. */
const steps = {
  type: (ledger: SaveLedger<string>, name = 'x') => ledger.typed({ bytes, kept: name }, 1000),
  connect: (ledger: SaveLedger<string>) => ledger.connected(),
  answer: (ledger: SaveLedger<string>) => {
    ledger.answer([NOTHING]);
    ledger.next();
  },
  send: (ledger: SaveLedger<string>) => {
    if (ledger.takeTyped()) ledger.sendTyped([bytes]);
    ledger.next();
  },
  ack1: (ledger: SaveLedger<string>) => void ledger.acknowledged(1),
  ack2: (ledger: SaveLedger<string>) => void ledger.acknowledged(2),
  lose: (ledger: SaveLedger<string>) => ledger.lost(),
} as const;
type Step = keyof typeof steps;

describe('S1 settled only when the own step 2 of this connection and every frame after it are acknowledged', () => {
  const cases: [line: string, isSettled: boolean, pending: number][] = [
    ['', false, 0],
    ['connect', false, 0],
    ['connect answer', false, 0],
    ['connect answer ack1', true, 0],
    ['connect answer ack1 type', false, 1],
    ['connect answer ack1 type send', false, 1],
    ['connect answer ack1 type send ack1', false, 1],
    ['connect answer ack1 type send ack2', true, 0],
    ['connect answer type send ack1', false, 1],
    ['connect answer type send ack2', true, 0],
    ['type connect answer', false, 1],
    ['type connect answer ack1', true, 0],
    ['type connect send', false, 1],
    ['type connect send ack1', false, 1],
    // The acknowledgement is lost with the connection: the change is pending until the next one's step 2 is acknowledged.
    ['connect answer ack1 type send lose', false, 1],
    ['connect answer ack1 type send lose ack2', false, 1],
    ['connect answer ack1 type send lose connect', false, 1],
    ['connect answer ack1 type send lose connect answer', false, 1],
    ['connect answer ack1 type send lose connect answer ack1', true, 0],
    ['connect answer ack1 lose', false, 0],
    ['connect answer ack1 lose connect', false, 0],
    ['connect answer ack1 lose type connect answer ack1', true, 0],
  ];
  test.each(cases)('S1 "%s" → settled: %s, pending: %i', (line, isSettled, pending) => {
    const ledger = new SaveLedger<string>();
    for (const step of line.split(' ').filter(Boolean)) steps[step as Step](ledger);
    expect({ isSettled: ledger.isSettled, pending: ledger.pendingCount }).toEqual({ isSettled, pending });
  });
});

test('S2 what earlier pages left unsaved counts, and goes with the first step 2', () => {
  const ledger = new SaveLedger(['old 1', 'old 2']);
  expect(ledger.pendingCount).toBe(2);
  ledger.connected();
  ledger.typed({ bytes, kept: 'new' }, 5);
  ledger.answer([bytes]);
  ledger.next();
  expect(ledger.acknowledged(1)).toEqual(['old 1', 'old 2', 'new']);
  expect(ledger.isSettled).toBe(true);
});

test('nothing that was typed is sent before the own step 2, which carries it', () => {
  const ledger = new SaveLedger<string>();
  ledger.connected();
  ledger.typed({ bytes, kept: 'a' }, 1);
  expect(ledger.takeTyped()).toBeNull();
  expect(ledger.next()).toBeNull();
});

test('of a split update only the last frame saves its changes, and what is typed meanwhile waits behind it', () => {
  const ledger = new SaveLedger<string>();
  ledger.connected();
  ledger.typed({ bytes, kept: 'big' }, 1);
  ledger.answer([Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]);
  expect(ledger.next()).toEqual({ kind: 'step2', bytes: Uint8Array.of(1) });
  ledger.typed({ bytes, kept: 'late' }, 2);
  expect(ledger.takeTyped()).toBeNull();
  expect(ledger.next()).toEqual({ kind: 'update', bytes: Uint8Array.of(2) });
  expect(ledger.acknowledged(2)).toEqual([]);
  expect(ledger.isSettled).toBe(false);
  ledger.next();
  expect(ledger.acknowledged(3)).toEqual(['big']);
  expect(ledger.isSettled).toBe(false);
  expect(ledger.takeTyped()).toHaveLength(1);
});

test('an acknowledgement saves what it counts, and nothing that was sent after it', () => {
  const ledger = new SaveLedger<string>();
  steps.connect(ledger);
  steps.answer(ledger);
  for (const name of ['a', 'b', 'c']) {
    steps.type(ledger, name);
    steps.send(ledger);
  }
  expect(ledger.acknowledged(2)).toEqual(['a']);
  expect(ledger.acknowledged(4)).toEqual(['b', 'c']);
});

test('large pieces wait for acknowledgements, so that the server is not asked for more than its burst', () => {
  const ledger = new SaveLedger<string>();
  const piece = new Uint8Array(1024 * 1024);
  ledger.connected();
  ledger.answer([piece, piece, piece, piece, piece, piece]);
  let sent = 0;
  while (ledger.next()) sent += 1;
  expect(sent).toBe(4);
  ledger.acknowledged(2);
  while (ledger.next()) sent += 1;
  expect(sent).toBe(6);
  ledger.lost();
  expect(ledger.next()).toBeNull();
});

test('the oldest unsaved change says since when it is "Saving…"', () => {
  const ledger = new SaveLedger<string>();
  ledger.typed({ bytes, kept: 'a' }, 10);
  ledger.typed({ bytes, kept: 'b' }, 20);
  expect(ledger.pendingSinceMs).toBe(10);
  ledger.connected();
  ledger.answer([bytes]);
  ledger.next();
  ledger.acknowledged(1);
  expect(ledger.pendingSinceMs).toBeNull();
  ledger.typed({ bytes, kept: 'c' }, 30);
  expect(ledger.pendingSinceMs).toBe(30);
});
