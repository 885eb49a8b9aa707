// Who else is in the proposal and where, without their carets' every move: wakes its component only when somebody comes,
// goes, or goes to another place. One person with several tabs is one person, where they were last.
import type { UserId } from '@adagia/shared/ids';
import { useSyncExternalStore } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import type { Observable, Place, Presence, ProposalSession } from '../../session/proposal-session.ts';

export interface PersonHere {
  user: Presence['user'];
  place: Place | null;
}

/** What of a place says where somebody is: not the caret in an answer. */
export function placeKey(place: Place | null | undefined): string {
  if (!place) return '';
  if (place.kind === 'answer') return place.key;
  if (place.kind === 'page') return `page/${place.page}`;
  return place.kind === 'plan' ? `plan/${place.objectId ?? ''}` : `budget/${place.cell ?? ''}`;
}

/** The page of the proposal on which a place is, as its address names it. */
export function pageOf(place: Place | null): string {
  if (place === null) return '';
  return place.kind === 'page' ? place.page : place.kind === 'answer' ? 'write' : place.kind;
}

/** Which part of each kind of place says where it is. */
const partOf: Record<Place['kind'], string> = { answer: 'key', plan: 'objectId', budget: 'cell', page: 'page' };

/** An object where a text belongs would throw when it is shown or compared, and take the whole session with it. */
function isPlace(place: object | undefined): place is Place {
  const { kind, ...parts } = (place ?? {}) as Record<string, unknown>;
  if (typeof kind !== 'string' || !Object.hasOwn(partOf, kind)) return false;
  const part = parts[partOf[kind as Place['kind']]];
  if (typeof part === 'string') return part.isWellFormed();
  return part === null && (kind === 'plan' || kind === 'budget');
}

/** Awareness holds whatever the others sent: nothing of it is taken on trust. */
export function readPresence(state: unknown): Presence | null {
  const { user, place } = (state ?? {}) as Partial<Presence>;
  if (typeof user?.id !== 'string' || typeof user.name !== 'string' || !/^#[0-9a-f]{6}$/i.test(user.colour))
    return null;
  return { user, ...(isPlace(place) && { place }) };
}

function readPeople({ awareness }: ProposalSession, me: UserId): PersonHere[] {
  const newest = new Map<UserId, { seen: number; person: PersonHere }>();
  for (const [clientId, state] of awareness.getStates()) {
    const presence = clientId === awareness.clientID ? null : readPresence(state);
    if (!presence || presence.user.id === me) continue;
    const seen = awareness.meta.get(clientId)?.lastUpdated ?? 0;
    const known = newest.get(presence.user.id);
    const person = { user: presence.user, place: presence.place ?? null };
    if (!known || known.seen < seen) newest.set(presence.user.id, { seen, person });
  }
  // In the order of names, so that avatars do not jump about when somebody moves.
  return [...newest.values()].map(({ person }) => person).sort((a, b) => a.user.name.localeCompare(b.user.name));
}

const signature = ({ user, place }: PersonHere): string => [user.id, user.name, user.colour, placeKey(place)].join(' ');

/** The same list, and the same people in it, as long as nobody came, went or changed place. */
function keepSame(before: readonly PersonHere[], now: readonly PersonHere[]): readonly PersonHere[] {
  const known = new Map(before.map((person) => [signature(person), person]));
  const kept = now.map((person) => known.get(signature(person)) ?? person);
  return kept.length === before.length && kept.every((person, at) => person === before[at]) ? before : kept;
}

const stores = new WeakMap<ProposalSession, Observable<readonly PersonHere[]>>();

export function watchPeople(session: ProposalSession, me: UserId): Observable<readonly PersonHere[]> {
  const known = stores.get(session);
  if (known) return known;
  let people: readonly PersonHere[] = [];
  const get = () => {
    people = keepSame(people, readPeople(session, me));
    return people;
  };
  const store: Observable<readonly PersonHere[]> = {
    get,
    subscribe(listener) {
      session.awareness.on('change', listener);
      return () => session.awareness.off('change', listener);
    },
  };
  stores.set(session, store);
  return store;
}

export function usePeopleHere(): readonly PersonHere[] {
  const { session, me } = useProposal();
  const store = watchPeople(session, me.id);
  return useSyncExternalStore(store.subscribe, store.get);
}
