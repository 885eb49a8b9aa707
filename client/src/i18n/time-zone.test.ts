import { afterEach, expect, test } from 'vitest';
import { deviceTimeZone, followTimeZone, shownTimeZone } from './time-zone.ts';

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
