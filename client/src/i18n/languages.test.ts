// Words that come later come once, and what stands on the screen is not drawn again for them.
import i18next, { changeLanguage, t } from 'i18next';
import { expect, test, vi } from 'vitest';
import { plan } from './en/plan.ts';
import { startI18n } from './i18n.ts';
import { allWords } from './languages.ts';

const told = vi.fn();

test('words that come later come once, and what is drawn is not drawn again for them', async () => {
  await startI18n();
  i18next.store.on('added', told);
  await Promise.all([allWords(), allWords(), allWords()]);
  expect(t('plan:title')).toBe(plan.title);
  expect(told).not.toHaveBeenCalled();
});

test('what was drawn without its words is drawn again', async () => {
  // @ts-expect-error there are no such words
  expect(t('nowhere:title')).toBe('title');
  await changeLanguage('de');
  await allWords();
  expect(told).toHaveBeenCalled();
});
