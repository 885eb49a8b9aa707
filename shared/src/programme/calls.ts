// Every call that the product knows, and how a proposal finds its own. A new call is a module beside these and a line here.
//
// Known to exist, and not here because nothing of its rules was found: KA240, European partnerships for school development (new
// in 2026).
import { ka2LegacyIn2020 } from './ka2-legacy-2020.ts';
import { ka210In2025 } from './ka210-2025.ts';
import { ka210In2026 } from './ka210-2026.ts';
import { ka210In2027 } from './ka210-2027.ts';
import { ka210OfSportIn2026 } from './ka210-spo-2026.ts';
import { ka220In2025 } from './ka220-2025.ts';
import { ka220In2026 } from './ka220-2026.ts';
import { ka220In2027 } from './ka220-2027.ts';
import { ka220OfAgencyIn2026 } from './ka220-eacea-2026.ts';
import type { Call } from './schema.ts';

/** The one that most will want first. */
export const calls: readonly Call[] = [
  ka220In2026,
  ka220In2027,
  ka220In2025,
  ka210In2026,
  ka210In2027,
  ka210In2025,
  ka220OfAgencyIn2026,
  ka210OfSportIn2026,
  ka2LegacyIn2020,
];

export function findCall(callId: string): Call | undefined {
  return calls.find((call) => call.id === callId);
}
