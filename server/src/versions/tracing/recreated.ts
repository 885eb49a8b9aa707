// Characters that others brought back as they were, by undo of their deletion: they are still the words of whoever had written them. Told
// where one update brings exactly what another one took away, at the same place; where it cannot be told, they are who brought them.
import type * as Y from 'yjs';
import { CharacterRecords } from './character-records.ts';
import type { PersonTracer } from './person-tracer.ts';
import { type ItemList, isText } from './step-walk.ts';

/** A single sign is typed again by chance. */
const SIGNS_MIN = 2;

interface Sign {
  client: number;
  clock: number;
  sign: string;
  /** null: it was there at the beginning. */
  broughtIn: number | null;
  /** null: it stands. */
  deletedIn: number | null;
}

function signsOf({ _start }: ItemList, { arrivals, deletedIn }: PersonTracer): Sign[] {
  const signs: Sign[] = [];
  for (let item: Y.Item | null = _start; item !== null; item = item.right) {
    if (!isText(item)) continue;
    const { client } = item.id;
    for (let at = 0; at < item.length; at += 1) {
      const clock = item.id.clock + at;
      signs.push({
        client,
        clock,
        sign: item.content.str.charAt(at),
        broughtIn: arrivals.stepOf(client, clock),
        deletedIn: item.deleted ? (deletedIn.get(client, clock) ?? null) : null,
      });
    }
  }
  return signs;
}

const wordsOf = (places: readonly number[], signs: readonly Sign[]): string =>
  places.map((place) => signs[place]?.sign).join('');

function byStep(signs: readonly Sign[], stepOf: (sign: Sign) => number | null): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [place, sign] of signs.entries()) {
    const step = stepOf(sign);
    if (step === null) continue;
    const known = places.get(step);
    if (known) known.push(place);
    else places.set(step, [place]);
  }
  return places;
}

/** Of this answer, those whose words are this person's although somebody else brought them; deleted ones too. */
export function recreatedIn(text: ItemList, tracer: PersonTracer): CharacterRecords<true> {
  const signs = signsOf(text, tracer);
  const recreated = new CharacterRecords<true>();
  const isOwn = ({ client, clock, broughtIn }: Sign) =>
    (broughtIn !== null && tracer.ownSteps.has(broughtIn)) || recreated.get(client, clock) === true;
  const gone = byStep(signs, (sign) => sign.deletedIn);
  const words = new Map([...gone].map(([step, places]) => [step, wordsOf(places, signs)]));
  const brought = [...byStep(signs, (sign) => sign.broughtIn)].sort(([a], [b]) => a - b);
  for (const [step, places] of brought) {
    if (tracer.ownSteps.has(step) || places.length < SIGNS_MIN) continue;
    const back = wordsOf(places, signs);
    const from = [...words].findLast(([earlier, one]) => {
      return earlier < step && one === back && isSamePlace(signs, gone.get(earlier) ?? [], places);
    });
    for (const [index, place] of (from ? (gone.get(from[0]) ?? []) : []).entries()) {
      const [origin, sign] = [signs[place], signs[places[index] ?? -1]];
      if (origin && sign && isOwn(origin)) recreated.set(sign.client, sign.clock, true);
    }
  }
  return recreated;
}

/** Between what went and what came stands nothing else. */
function isSamePlace(signs: readonly Sign[], gone: readonly number[], back: readonly number[]): boolean {
  const ofBack = new Set(back);
  let count = 0;
  const standingBefore = signs.map(({ deletedIn }, place) => {
    const before = count;
    if (deletedIn === null && !ofBack.has(place)) count += 1;
    return before;
  });
  return gone.every((place, index) => standingBefore[place] === standingBefore[back[index] ?? -1]);
}
