import { ka220In2026 } from '@adagia/shared/programme/ka220-2026';
import { expect, it } from 'vitest';
import { deadlineOf, leftText, ownDeadline, timeLeft } from './deadline.ts';

const at = (iso: string) => Date.parse(iso);

it('takes the next round of the call for the field, and the last one when all are over', () => {
  expect(deadlineOf(ka220In2026, 'ADU', at('2026-01-01T00:00Z'))?.round).toBe(1);
  expect(deadlineOf(ka220In2026, 'YOU', at('2026-06-01T00:00Z'))?.round).toBe(2);
  expect(deadlineOf(ka220In2026, 'ADU', at('2026-06-01T00:00Z'))?.round).toBe(1);
});

it('is a time in Brussels, in winter and in summer', () => {
  expect(ownDeadline('2027-03-04T12:00')?.at).toBe(at('2027-03-04T11:00Z'));
  expect(ownDeadline('2027-10-01T12:00')?.at).toBe(at('2027-10-01T10:00Z'));
});

it('is none where what was set is no date', () => {
  for (const wrong of [undefined, '', 'soon', '2027-02-31T12:00', 7]) expect(ownDeadline(wrong)).toBeNull();
});

it('rounds what is left up to minutes, and says it with the two largest units', () => {
  const left = timeLeft(at('2027-03-04T11:00Z'), at('2027-03-02T07:30:30Z'));
  expect(left).toEqual({ days: 2, hours: 3, minutes: 30 });
  expect(left && leftText(left, 'en')).toBe('2 days 3 hr');
  expect(timeLeft(5, 5)).toBeNull();
});
