// Every call that the product knows. A proposal names one by its id and keeps it.
import { ka210In2026 } from './ka210-2026.ts';
import { ka220In2026 } from './ka220-2026.ts';
import type { Call } from './schema.ts';

export const calls: readonly Call[] = [ka220In2026, ka210In2026];

export function findCall(callId: string): Call | undefined {
  return calls.find((call) => call.id === callId);
}
