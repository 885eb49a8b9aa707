import { t } from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { startI18n } from './i18n.ts';

beforeAll(() => startI18n());

it('keeps a name from right to left from turning the sentence around it', () => {
  expect(t('shell:joinText', { name: 'محمد (2)', title: 'Next Door' })).toBe(
    '\u2068محمد (2)\u2069 invites you to the proposal “Next Door”.',
  );
});

it('keeps a mark that turns the line within the title that it came in', () => {
  const title = '\u202Egnp.exe';
  expect(t('shell:joinText', { name: 'Ana', title })).toBe(`Ana invites you to the proposal “\u2068${title}\u2069”.`);
});

it('leaves every other name as it is, markup included', () => {
  expect(t('shell:joinText', { name: '<b>Ana</b> & $co', title: '{{name}}' })).toContain('<b>Ana</b> & $co');
});
