import { answerKey } from '@adagia/shared/answer-key';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { caretHubOf, offsetOf } from './caret-hub.ts';
import { type BareSession, bareSession, presenceOf } from './testing/bare-session.ts';

const motivation = answerKey('motivation');
const needs = answerKey('needs');

function caretAt(session: BareSession, key: typeof motivation, offset: number) {
  const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(session.doc.getText(key), offset));
  return { kind: 'answer', key, anchor: at, head: at };
}

function start() {
  const session = bareSession();
  session.doc.getText(motivation).insert(0, 'Hello');
  session.doc.getText(needs).insert(0, 'World');
  const hub = caretHubOf(session);
  const woken = { motivation: 0, needs: 0 };
  hub.subscribe(motivation, () => {
    woken.motivation += 1;
  });
  hub.subscribe(needs, () => {
    woken.needs += 1;
  });
  return { session, hub, woken };
}

it('wakes only the answers where a caret came, moved or went', () => {
  const { session, hub, woken } = start();
  session.receive(1, presenceOf('ben', 'Ben', caretAt(session, motivation, 2)));
  expect(woken).toEqual({ motivation: 1, needs: 0 });
  session.receive(1, presenceOf('ben', 'Ben', caretAt(session, motivation, 2)));
  expect(woken).toEqual({ motivation: 1, needs: 0 });
  session.receive(1, presenceOf('ben', 'Ben', caretAt(session, needs, 1)));
  expect(woken).toEqual({ motivation: 2, needs: 1 });
  expect(hub.in(motivation)).toEqual([]);
  session.receive(1, null);
  expect(woken).toEqual({ motivation: 2, needs: 2 });
  expect(hub.in(needs)).toEqual([]);
});

it('52: a caret stays with its characters while others type before it', () => {
  const { session, hub } = start();
  session.receive(1, presenceOf('ben', 'Ben', caretAt(session, motivation, 4)));
  const text = session.doc.getText(motivation);
  text.insert(0, 'Oh! ');
  const [caret] = hub.in(motivation);
  expect(caret && offsetOf(caret.head, text)).toBe(8);
});

it('does not say that somebody has moved when only the text around them did', () => {
  const { session, hub } = start();
  session.receive(1, presenceOf('ben', 'Ben', caretAt(session, motivation, 4)));
  const before = hub.in(motivation)[0]?.moved;
  session.doc.getText(motivation).insert(0, 'Oh! ');
  expect(hub.in(motivation)[0]?.moved).toBe(before);
});

it.each([
  ['a place without a caret', { kind: 'answer', key: motivation }],
  ['a key that is none', { kind: 'answer', key: '__proto__', anchor: {}, head: {} }],
  ['a position that is none', { kind: 'answer', key: motivation, anchor: 'x', head: { item: 7 } }],
])('draws nothing for %s', (_, place) => {
  const { session, hub } = start();
  session.receive(1, presenceOf('ben', 'Ben', place));
  expect(hub.in(motivation)).toEqual([]);
});

it('draws nothing for a position in another text', () => {
  const { session, hub } = start();
  session.receive(1, presenceOf('ben', 'Ben', { ...caretAt(session, needs, 1), key: motivation }));
  const [caret] = hub.in(motivation);
  expect(caret && offsetOf(caret.head, session.doc.getText(motivation))).toBeNull();
});
