import { afterEach, expect, test } from 'vitest';
import { deviceTimeZone, followTimeZone, momentFormat, shownTimeZone } from './time-zone.ts';

const here = deviceTimeZone();
const there = here === 'Europe/Lisbon' ? 'Europe/Athens' : 'Europe/Lisbon';
const follow = (timeZone: string | null, followsDevice = true, isGuest = false) =>
  followTimeZone({ place: timeZone === null ? null : { timeZone, followsDevice }, isGuest });

afterEach(() => void follow(here));

test('the server is told where the device is, once, and not by guests', () => {
  expect(follow(null)).toBe(true);
  expect(follow(there)).toBe(true);
  expect(follow(here)).toBe(false);
  expect(follow(null, true, true)).toBe(false);
});

test('times are shown as on the device, until another time zone is chosen, and again when that is taken back', () => {
  follow(there);
  expect(shownTimeZone()).toBe(here);
  expect(follow(there, false)).toBe(false);
  expect(shownTimeZone()).toBe(there);
  follow(there);
  expect(shownTimeZone()).toBe(here);
});

test('a moment is written by the hours that are chosen, also after one was written by others', () => {
  const moment = new Date('2027-03-04T11:00:00Z');
  const hours = () => momentFormat('en-GB', { timeStyle: 'short' }).format(moment);
  follow('Europe/Athens', false);
  expect(hours()).toBe('13:00');
  follow('Europe/Lisbon', false);
  expect(hours()).toBe('11:00');
});
