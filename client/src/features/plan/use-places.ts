// Where the others are in the workplan or the budget: by object or cell, the first person there.
import { useMemo } from 'react';
import { type PersonHere, usePeopleHere } from '../presence/people-here.ts';

function placeIn(kind: 'plan' | 'budget', { place }: PersonHere): string | null {
  if (place?.kind === 'plan' && kind === 'plan') return place.objectId;
  return place?.kind === 'budget' && kind === 'budget' ? place.cell : null;
}

/** @returns people by id of the plan's object, or by cell of the budget */
export function usePlaces(kind: 'plan' | 'budget'): ReadonlyMap<string, PersonHere['user']> {
  const people = usePeopleHere();
  return useMemo(() => {
    const places = new Map<string, PersonHere['user']>();
    for (const person of people) {
      const at = placeIn(kind, person);
      if (at && !places.has(at)) places.set(at, person.user);
    }
    return places;
  }, [people, kind]);
}
