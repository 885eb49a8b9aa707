// What is told of a place, how often, and what is forgotten with a connection.
import { expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Presence } from './presence.ts';
import type { Place } from './proposal-session.ts';
import { FakeWorld } from './testing/fake-world.ts';

const page = (name: string): Place => ({ kind: 'page', page: name });

function begin() {
  const world = new FakeWorld();
  const awareness = new Awareness(new Y.Doc());
  const elsewhere = new Awareness(new Y.Doc());
  const places: string[] = [];
  const presence = new Presence(awareness, world.environment, (payload) => {
    applyAwarenessUpdate(elsewhere, payload, 'test');
    const place = elsewhere.getStates().get(awareness.clientID)?.place as { page: string } | undefined;
    places.push(place?.page ?? 'gone');
  });
  return { world, awareness, presence, places, elsewhere };
}

test('the first place is told at once, then at most five a second, and the last one always', () => {
  const { world, presence, places } = begin();
  for (const name of ['a', 'b', 'c']) presence.setPlace(page(name));
  expect(places).toEqual(['a']);
  world.pass(200);
  expect(places).toEqual(['a', 'c']);
  presence.setPlace(page('d'));
  expect(places).toEqual(['a', 'c']);
  world.pass(1000);
  expect(places).toEqual(['a', 'c', 'd']);
});

test('a new connection is told again, others are forgotten with the old one, and nobody is told of them', () => {
  const { awareness, presence, places, elsewhere } = begin();
  presence.setPlace(page('a'));
  elsewhere.setLocalState({ place: page('x') });
  presence.received(encodeAwarenessUpdate(elsewhere, [elsewhere.clientID]));
  expect(awareness.getStates().size).toBe(2);
  presence.lost();
  expect([...awareness.getStates().keys()]).toEqual([awareness.clientID]);
  expect(places).toEqual(['a']);
  presence.connected();
  expect(places).toEqual(['a', 'a']);
});

test('leaving the page is told', () => {
  const { presence, places } = begin();
  presence.setPlace(page('a'));
  presence.leave();
  expect(places).toEqual(['a', 'gone']);
});
