// Whom the list behind an '@' offers: people, organisations, and an invitation for who is not here. Knows nothing of fields.
import type { Member, Organisation } from '@adagia/shared/api/people';
import { isEmailLike } from '../../entering/is-email-like.ts';
import { suggested } from './mention-query.ts';

export type MentionChoice =
  | { kind: 'person'; id: string; name: string }
  /** `place` as in 'P2'. */
  | { kind: 'organisation'; id: string; name: string; place: string; hasPeople: boolean }
  | { kind: 'invite'; id: 'invite'; name: string };

interface Company {
  /** Without whoever writes. */
  people: readonly Pick<Member, 'userId' | 'name' | 'email' | 'organisationId'>[];
  organisations: readonly Pick<Organisation, 'id' | 'legalName' | 'legalNameLatin' | 'position'>[];
  canInvite: boolean;
}

const PEOPLE_MAX = 6;
const ORGANISATIONS_MAX = 4;
/** Letters from which on it is a name and not a slip. */
const NAME_MIN = 2;

/** Somebody is being named: one word, or a whole address. */
export const isSomebody = (query: string): boolean =>
  query.includes('@') ? isEmailLike(query) : query.length >= NAME_MIN && !/\s/.test(query);

export function choicesFor(query: string, { people, organisations, canInvite }: Company): MentionChoice[] {
  const persons = suggested(
    people.map((one) => ({ ...one, names: [one.name, ...(query.includes('@') ? [one.email] : [])] })),
    query,
    PEOPLE_MAX,
  ).map(({ userId, name }): MentionChoice => ({ kind: 'person', id: userId, name: name.trim() }));
  const named = organisations.map((one) => {
    const place = `P${one.position + 1}`;
    return { ...one, place, names: [one.legalName, one.legalNameLatin, place] };
  });
  const groups = suggested(named, query, ORGANISATIONS_MAX).map(({ id, legalName, place }): MentionChoice => {
    const hasPeople = people.some(({ organisationId }) => organisationId === id);
    return { kind: 'organisation', id, name: legalName, place, hasPeople };
  });
  const found = [...persons, ...groups];
  if (found.length > 0 || !canInvite || !isSomebody(query)) return found;
  return [{ kind: 'invite', id: 'invite', name: query }];
}
