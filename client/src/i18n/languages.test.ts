// Words that come later come once, and what stands on the screen is not drawn again for them.
import i18next from 'i18next';
import { expect, test, vi } from 'vitest';
import { plan } from './en/plan.ts';
import { startI18n } from './i18n.ts';
import { allWords } from './languages.ts';

const told = vi.fn();

test('words that come later come once, and what is drawn is not drawn again for them', async () => {
  await startI18n();
  i18next.store.on('added', told);
  await Promise.all([allWords(), allWords(), allWords()]);
  expect(i18next.t('plan:title')).toBe(plan.title);
  expect(told).not.toHaveBeenCalled();
});

test('what was drawn without its words is drawn again', async () => {
  expect(i18next.t('nowhere:title' as 'plan:title')).toBe('title');
  await i18next.changeLanguage('de');
  await allWords();
  expect(told).toHaveBeenCalled();
});
