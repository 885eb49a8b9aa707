// Everything that the header can say, as a table: one of five, and "saved" from one column only.
import { expect, test } from 'vitest';
import type { SaveState } from './proposal-session.ts';
import { isSameState, type SaveFacts, saveStateOf } from './save-state.ts';

const facts: SaveFacts = { isOpen: true, isReady: true, isSettled: false, changes: 0, sinceMs: 7, trouble: null };
const opening: SaveState = { kind: 'opening' };
const saved: SaveState = { kind: 'saved' };
const offline: SaveState = { kind: 'offline', changes: 0 };

const cases: [name: string, change: Partial<SaveFacts>, shown: SaveState, expected: SaveState][] = [
  ['nothing is there yet', { isReady: false }, opening, opening],
  ['nothing is there yet and no connection', { isReady: false, isOpen: false }, opening, opening],
  ['S1 everything is acknowledged', { isSettled: true }, opening, saved],
  ['S1 the handshake after a start with a copy', {}, opening, { kind: 'saving', sinceMs: 7 }],
  ['the handshake is not shown where all was saved', {}, saved, saved],
  ['S1 the handshake after being offline is not "saved"', {}, offline, { kind: 'saving', sinceMs: 7 }],
  ['S1 typed and not acknowledged', { changes: 1 }, saved, { kind: 'saving', sinceMs: 7 }],
  ['still the same wait', { changes: 2 }, { kind: 'saving', sinceMs: 3 }, { kind: 'saving', sinceMs: 3 }],
  ['S2 no connection', { isOpen: false, changes: 3 }, saved, { kind: 'offline', changes: 3 }],
  ['settled counts for nothing without a connection', { isOpen: false, isSettled: true }, saved, offline],
  [
    'the server cannot store',
    { isOpen: false, trouble: 'storage', changes: 2 },
    saved,
    { kind: 'failed', reason: 'storage', changes: 2 },
  ],
  [
    'the server refused, whatever else holds',
    { isSettled: true, trouble: 'notAllowed' },
    saved,
    { kind: 'failed', reason: 'notAllowed', changes: 0 },
  ],
];

test.each(cases)('%s', (_, change, shown, expected) => {
  expect(saveStateOf({ ...facts, ...change }, shown)).toEqual(expected);
});

test('"saved" is said only of a settled ledger, or where it was said and nothing was typed since', () => {
  for (const isOpen of [true, false])
    for (const isReady of [true, false])
      for (const changes of [0, 1])
        for (const trouble of [null, 'storage'] as const)
          for (const shown of [opening, offline, { kind: 'saving', sinceMs: 1 }] as SaveState[]) {
            const state = saveStateOf({ ...facts, isOpen, isReady, changes, trouble }, shown);
            expect(state.kind).not.toBe('saved');
          }
});

test('states are told anew when what they say is another', () => {
  expect(isSameState({ kind: 'saving', sinceMs: 1 }, { kind: 'saving', sinceMs: 2 })).toBe(true);
  expect(isSameState({ kind: 'offline', changes: 1 }, { kind: 'offline', changes: 2 })).toBe(false);
  expect(isSameState(saved, opening)).toBe(false);
  const failed: SaveState = { kind: 'failed', reason: 'storage', changes: 1 };
  expect(isSameState(failed, { ...failed, changes: 2 })).toBe(false);
  expect(isSameState(failed, { ...failed })).toBe(true);
});
