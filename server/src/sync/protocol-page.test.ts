// The page says of each close code what it is for, and of none that there is not.
import { readFileSync } from 'node:fs';
import { closeReasons } from '@adagia/shared/wire/close-codes';
import { expect, test } from 'vitest';

test('PROTOCOL.md has every close code', () => {
  const page = readFileSync(new URL('PROTOCOL.md', import.meta.url), 'utf8');
  const written = [...page.matchAll(/^\| (4\d{3} \w+) +\| \S/gm)].map(([, what]) => what);
  expect(written).toEqual(Object.entries(closeReasons).map(([name, { code }]) => `${code} ${name}`));
});
