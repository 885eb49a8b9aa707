// The typed form against the collection of facts that it was made from, where that stands beside the repository. The
// product never reads it; where it is absent these tests are skipped.
import { existsSync, readFileSync } from 'node:fs';
import { countries } from '@adagia/shared/programme/countries';
import { ka2LegacyIn2020 } from '@adagia/shared/programme/ka2-legacy-2020';
import { ka210In2026 } from '@adagia/shared/programme/ka210-2026';
import { ka220In2026 } from '@adagia/shared/programme/ka220-2026';
import type { Call, Question } from '@adagia/shared/programme/schema';
import { describe, expect, it } from 'vitest';

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

const folder = new URL('../../../shared/programme/', import.meta.url);
const isHere = existsSync(folder);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const ourQuestions = (call: Call): Question[] =>
  call.sections.flatMap((section) => section.groups.flatMap((group) => group.questions));

/** Questions of earlier calls carry `until`: they are not asked in 2026. */
const theirQuestions = (form: CollectedForm): CollectedQuestion[] =>
  form.sections
    .flatMap((section) => [...(section.questions ?? []), ...(section.groups ?? []).flatMap((group) => group.questions)])
    .filter((question) => question.until === undefined);

describe.skipIf(!isHere).each([
  ['form-ka220.json', ka220In2026],
  ['form-ka210.json', ka210In2026],
  ['form-legacy-ka2.json', ka2LegacyIn2020],
])('%s', (name, call) => {
  const theirs = isHere ? theirQuestions(read(name) as CollectedForm) : [];

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
    const agreed = new Set(theirs.filter((one) => one.limit_confidence.startsWith('agreed')).map((one) => one.id));
    for (const { id, limit } of ourQuestions(call)) {
      if (limit) expect(limit.confidence, id).toBe(agreed.has(id) ? 'sourced-secondary' : 'unconfirmed');
    }
  });

  it('has the same sections in the same order', () => {
    expect(call.sections.map((one) => one.id)).toEqual((read(name) as CollectedForm).sections.map((one) => one.id));
  });
});

it.skipIf(!isHere)('has every country of the collection', () => {
  const codes = JSON.stringify(read('countries.json'));
  for (const country of countries) expect(codes).toContain(`"${country.code}"`);
});
