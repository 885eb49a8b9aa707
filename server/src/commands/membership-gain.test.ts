import { expect, test } from 'vitest';
import { gainOf, type Offer } from './membership-gain.ts';

const offer = (role: string, sectionIds: string[] | null = null, organisationId: string | null = null): Offer => ({
  role,
  sectionIds,
  organisationId,
});

test.each<[string, Offer, Offer, Partial<Offer>]>([
  ['the same again gives nothing', offer('editor'), offer('editor'), {}],
  ['a lower role gives nothing', offer('editor'), offer('viewer'), {}],
  ['a higher role is taken', offer('commenter'), offer('editor'), { role: 'editor' }],
  [
    'an organisation is taken where there is none',
    offer('editor'),
    offer('editor', null, 'o'),
    { organisationId: 'o' },
  ],
  ['and kept where there is one', offer('editor', null, 'a'), offer('editor', null, 'b'), {}],
  ['sections add up', offer('guest', ['a']), offer('guest', ['b', 'a']), { sectionIds: ['a', 'b'] }],
  ['who writes everywhere is not held to some', offer('editor'), offer('editor', ['a']), {}],
  ['an editor of some becomes one of all', offer('editor', ['a']), offer('editor'), { sectionIds: null }],
  ['a guest keeps the sections that they have', offer('guest', ['a']), offer('guest'), {}],
  ['a guest who becomes an editor', offer('guest', ['a']), offer('editor'), { role: 'editor', sectionIds: null }],
  ['of one section', offer('guest', ['a']), offer('editor', ['b']), { role: 'editor', sectionIds: ['a', 'b'] }],
  ['an editor who opens the link of guests', offer('editor'), offer('guest', ['a']), {}],
])('%s', (_, member, second, gain) => {
  expect(gainOf(member, second)).toEqual(gain);
});
