// Who sits where: the seats of a load plan for a stage, with a root to type into and an address to come from.
import { questionsOf } from '@adagia/shared/exchange/proposal-file-names';
import { calls } from '@adagia/shared/programme/calls';
import type { Turn } from '../scenario.ts';
import type { LoadPlan, Seat } from './plan.ts';

/** Below the ceiling of our server for one address. */
const SEATS_PER_ADDRESS = 150;

/** Answers that every proposal has: real names, as our server admits no others. */
export const answerRoots: string[] = calls
  .filter(({ id }) => id === 'KA220-2026')
  .flatMap((call) => [...questionsOf(call).values()])
  .filter(({ type, repeat }) => type === 'text' && repeat === 'project')
  .map(({ id }) => `answer:${id}`);

export interface Seating {
  documents: number;
  peoplePerDocument: number;
  /** How many of them type; the others read. */
  typistsPerDocument: number;
}

function seatsOf({ stage }: Pick<Turn, 'stage'>, seating: Seating): Seat[] {
  const seats: Seat[] = [];
  for (let document = 0; document < seating.documents; document += 1) {
    for (let place = 0; place < seating.peoplePerDocument; place += 1) {
      const isTypist = place < seating.typistsPerDocument;
      const address = 2 + Math.floor(seats.length / SEATS_PER_ADDRESS);
      seats.push({
        ...stage.seat(document, place),
        document,
        place,
        root: isTypist ? (answerRoots[place % answerRoots.length] ?? null) : null,
        localAddress: `127.0.0.${address}`,
      });
    }
  }
  return seats;
}

export function planOf(turn: Turn, seating: Seating, rates: { keystrokes: number; presence: number }): LoadPlan {
  return {
    port: turn.server.port,
    dialect: turn.contender.dialect,
    hasSync: turn.contender.hasSync,
    seats: seatsOf(turn, seating),
    keystrokesPerSecond: rates.keystrokes,
    presencePerSecond: rates.presence,
    seed: 1500 + turn.round,
  };
}
