// The typed form against the collection of facts that it was made from, where that stands beside the repository. The
// product never reads it; where it is absent these tests are skipped.
// oxlint-disable-next-line no-restricted-imports -- a test reads files, the domain does not
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ka210In2026 } from './ka210-2026.ts';
import { ka220In2026 } from './ka220-2026.ts';
import { countries } from './countries.ts';
import type { Call, Question } from './schema.ts';

interface CollectedQuestion {
  id: string;
  type: string;
  repeat: string;
  criteria: string[];
  char_limit: number | null;
  safe_limit?: number;
  limit_confidence: string;
  until?: number;
  optional?: boolean;
}
interface CollectedForm {
  sections: { id: string; questions?: CollectedQuestion[]; groups?: { questions: CollectedQuestion[] }[] }[];
}

const folder = new URL('../../../../shared/programme/', import.meta.url);
const isHere = existsSync(folder);
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;

const ourQuestions = (call: Call): Question[] =>
  call.sections.flatMap((section) => section.groups.flatMap((group) => group.questions));

/** Questions of earlier calls carry `until`: they are not asked in 2026. */
const theirQuestions = (form: CollectedForm): CollectedQuestion[] =>
  form.sections
    .flatMap((section) => [
      ...(section.questions ?? []),
      ...(section.groups ?? []).flatMap((group) => group.questions),
    ])
    .filter((question) => question.until === undefined);

describe.skipIf(!isHere).each([
  ['form-ka220.json', ka220In2026],
  ['form-ka210.json', ka210In2026],
])('%s', (name, call) => {
  const theirs = isHere ? theirQuestions(read<CollectedForm>(name)) : [];

  it('has the same questions in the same order', () => {
    expect(ourQuestions(call).map((one) => one.id)).toEqual(theirs.map((one) => one.id));
  });

  it('has the same limits, criteria and repetition', () => {
    const ours = new Map(ourQuestions(call).map((one) => [one.id, one]));
    for (const their of theirs) {
      const our = ours.get(their.id);
      expect(our?.limit?.value ?? null, their.id).toBe(their.char_limit ?? their.safe_limit ?? null);
      expect(our?.criteria, their.id).toEqual(their.criteria);
      expect(our?.repeat, their.id).toBe(their.repeat);
    }
  });

  it('never claims more confidence in a limit than the collection has', () => {
    const rank = ['unconfirmed', 'sourced-secondary', 'sourced'];
    const theirConfidence = new Map(theirs.map((one) => [one.id, one.limit_confidence]));
    for (const { id, limit } of ourQuestions(call)) {
      if (!limit) continue;
      const allowed = rank.indexOf(theirConfidence.get(id) ?? 'unconfirmed');
      expect(rank.indexOf(limit.confidence), id).toBeLessThanOrEqual(Math.max(allowed, 0));
    }
  });

  it('has the same sections in the same order', () => {
    expect(call.sections.map((one) => one.id)).toEqual(read<CollectedForm>(name).sections.map((one) => one.id));
  });
});

it.skipIf(!isHere)('has every country of the collection', () => {
  const codes = JSON.stringify(read<unknown>('countries.json'));
  for (const country of countries) expect(codes).toContain(`"${country.code}"`);
});
