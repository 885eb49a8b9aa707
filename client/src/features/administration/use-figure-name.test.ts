// That an administrator reads what a figure is, and not a path of our data. Unit costs of the old programme keep their paths.
import { calls } from '@adagia/shared/programme/calls';
import { listFigures } from '@adagia/shared/programme/figures';
import { expect, test } from 'vitest';
import { administration } from '../../i18n/en/administration.ts';
import { figureKind, inOrderOfUse } from './use-figure-name.ts';

const open = calls.filter(({ unitCosts }) => unitCosts === null);

test.each(open.map((call) => [call.id, call] as const))('every figure of %s has a name', (_, call) => {
  const nameless = listFigures(call).filter(({ path }) => !(figureKind(path)[0] in administration.figureOf));
  expect(nameless.map(({ path }) => path)).toEqual([]);
});

test('what rules hang on comes before the limits of texts', () => {
  const text = { path: 'sections.a.groups.b.questions.c.limit' };
  const rule = { path: 'organisationsMin' };
  expect(inOrderOfUse([text, rule])).toEqual([rule, text]);
});
