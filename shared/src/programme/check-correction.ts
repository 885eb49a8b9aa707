// Whether a call stays whole with a correction: asked by the server, which is where corrections are taken.
import { checkCall } from './check-call.ts';
import { type Correction, correctCall } from './corrections.ts';
import { listFigures } from './figures.ts';
import { type Call, callSchema } from './schema.ts';

/**
 * @param call with the corrections that hold already
 * @returns why it cannot be taken, in English for whoever keeps the data; none when all is well
 */
export function checkCorrection(call: Call, correction: Correction): string[] {
  if (!listFigures(call).some(({ path }) => path === correction.path)) return ['this call has no such figure'];
  const result = correctCall(call, [correction]);
  const parsed = callSchema.safeParse(result);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const before = new Set(checkCall(call));
  return checkCall(result).filter((gap) => !before.has(gap));
}
