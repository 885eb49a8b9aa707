import type { OrganisationId, UserId } from '@adagia/shared/ids';
import { expect, test } from 'vitest';
import { choicesFor } from './mention-choices.ts';

const people = [
  { userId: 'b' as UserId, name: 'Ben Ionescu', email: 'ben@example.org', organisationId: 'o2' as OrganisationId },
  { userId: 'o' as UserId, name: 'Olt Ünal', email: '', organisationId: null },
];
const organisations = [
  { id: 'o1' as OrganisationId, legalName: 'Δίκτυο Θάλασσα', legalNameLatin: 'Diktyo Thalassa', position: 0 },
  { id: 'o2' as OrganisationId, legalName: 'Olt Valley County Library', legalNameLatin: '', position: 1 },
];
const offered = (query: string, canInvite = true) =>
  choicesFor(query, { people, organisations, canInvite }).map(({ kind, name }) => `${kind} ${name}`);

test('everybody and every organisation is offered behind a bare sign', () => {
  const all = ['person Ben Ionescu', 'person Olt Ünal'];
  expect(offered('')).toEqual([...all, 'organisation Δίκτυο Θάλασσα', 'organisation Olt Valley County Library']);
});

test.each([
  ['olt', ['person Olt Ünal', 'organisation Olt Valley County Library']],
  ['thal', ['organisation Δίκτυο Θάλασσα']],
  ['p2', ['organisation Olt Valley County Library']],
  ['ben@example', ['person Ben Ionescu']],
  ['rita', ['invite rita']],
  ['rita@example.org', ['invite rita@example.org']],
  // Not yet, or no name at all.
  ['r', []],
  ['rita@', []],
  ['home and', []],
])('%j offers %j', (query, expected) => {
  expect(offered(query)).toEqual(expected);
});

test('whoever may not invite is offered nobody', () => {
  expect(offered('rita', false)).toEqual([]);
});

test('an organisation says whether anybody of it is here', () => {
  const said = choicesFor('', { people, organisations, canInvite: true }).flatMap((one) =>
    one.kind === 'organisation' ? [[one.place, one.hasPeople]] : [],
  );
  expect(said).toEqual([
    ['P1', false],
    ['P2', true],
  ]);
});
