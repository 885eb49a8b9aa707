// What the server lets into the workplan: the fields of its objects within their limits, and waivers in nobody's name but the
// author's own.
import { must } from '@adagia/shared/assert';
import { isDocumentField } from '@adagia/shared/document-fields';
import { writeWaiver } from '@adagia/shared/plan/waivers';
import { createRandom } from '@adagia/shared/random';
import { describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { admitUpdate } from './admit-update.ts';
import { DocumentIndex } from './document-index.ts';
import { Refusal } from './refusal.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';

/** @returns whether an update of ana that sets the field is let in. */
function admits(field: string, value: unknown, bringsWordsOfOthers = false): boolean {
  const doc = new Doc();
  doc.getMap('plan').set(`${ID}/${field}`, value);
  const at = { index: new DocumentIndex(), rights: { canWrite: true }, userId: 'ana', clientIdsLeft: 1 };
  try {
    const asked = { ...at, bringsWordsOfOthers, ownerOf: () => undefined, isQuestion: () => true };
    return admitUpdate(encodeStateAsUpdate(doc), asked) !== null;
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'contentNotAllowed') return false;
    throw error;
  }
}

const waiver = (by: string, reason = 'Agreed with the agency') =>
  must(writeWaiver({ at: '2026-11-26T10:00:00.000Z', by, reason }));

describe('A7 a field of the plan', () => {
  it.each([
    ['kind', ['wp', 'activity', 'deliverable', 'milestone'], ['task', '', 1]],
    ['month', [1, 36, 60], [0, 61, -1, 1.5, '3', true]],
    ['from', [1, 60], [0, 61]],
    ['type', ['', 'meeting', 'learning', 'event'], ['party', true]],
    ['of', ['', OTHER], ['A2.1', 3]],
    [`after:${OTHER}`, [true, false], [1, 'yes', null]],
    ['after:A2.1', [], [true]],
    ['after:', [], [true]],
    [`after:${OTHER}:${OTHER}`, [], [true]],
    ['waived:', [], [waiver('ana')]],
    ['waived:Activity Lead', [], [waiver('ana')]],
    [`waived:${'a'.repeat(90)}`, [], [waiver('ana')]],
    ['country', [], ['EL']],
  ] as const)('%s holds what it may and nothing else', (field, allowed, refused) => {
    for (const value of allowed) expect([value, admits(field, value)]).toEqual([value, true]);
    for (const value of refused) expect([value, admits(field, value)]).toEqual([value, false]);
  });

  it('holds a waiver in the name of its author only', () => {
    expect(admits('waived:activity-lead', waiver('ana'))).toBe(true);
    expect(admits('waived:activity-lead', waiver('ben'))).toBe(false);
    // Damage to the log may have taken it: anybody may bring it back as it was.
    expect(admits('waived:activity-lead', waiver('ben'), true)).toBe(true);
    for (const value of ['', true, 'no time ana why', '2026-11-26T10:00:00Z ana ', `${waiver('ana')}\u0000`]) {
      expect([value, admits('waived:activity-lead', value)]).toEqual([value, false]);
    }
    expect(admits('waived:activity-lead', `2026-11-26T10:00:00Z ana ${'x'.repeat(501)}`)).toBe(false);
  });

  it('gets in where the form of the document allows it, and nowhere else: 2,000 fields at random from seed 1', () => {
    const random = createRandom(1);
    const names = [
      'month',
      'kind',
      'type',
      'of',
      'country',
      'after',
      'waived',
      'org',
      'title',
      '__proto__',
      'constructor',
    ];
    const values = [
      0,
      7,
      61,
      1.5,
      -1,
      true,
      '',
      'EL',
      'meeting',
      'deliverable',
      OTHER,
      null,
      waiver('ana'),
      'x'.repeat(300),
    ];
    let admitted = 0;
    for (let run = 0; run < 2000; run += 1) {
      const about = random.pick(['', ':', `:${OTHER}`, ':activity-lead', '/x', `:${ID}:${ID}`]);
      const [field, value] = [`${random.pick(names)}${about}`, random.pick(values)];
      const isAdmitted = admits(field, value);
      expect([field, value, isAdmitted]).toEqual([field, value, isDocumentField('plan', `${ID}/${field}`, value)]);
      if (isAdmitted) admitted += 1;
    }
    expect(admitted).toBeGreaterThan(25);
  });
});
