// A call as it holds in one of its sectors: the strategic partnerships of 2014 to 2020 differ by sector in length and partners.
import type { Call } from './schema.ts';

const made = new WeakMap<Call, Map<string, Call>>();

/** The same object for the same sector: pages compare it. */
export function callInSector(call: Call, sector: string): Call {
  const own = call.bySector?.[sector];
  if (!own) return call;
  const bySector = made.get(call) ?? new Map<string, Call>();
  made.set(call, bySector);
  const known = bySector.get(sector) ?? ({ ...call, ...own } as Call);
  bySector.set(sector, known);
  return known;
}
