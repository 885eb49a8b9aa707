// Every check has its sentence, in every language, and no sentence keeps a gap open.
import { type Finding, type TextCheck, textChecks } from '@adagia/shared/consistency/finding';
import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { de } from '../../i18n/de/index.ts';
import { en } from '../../i18n/en/index.ts';
import { findingText } from './finding-words.ts';

const data: Record<TextCheck, Finding['data'][]> = {
  'text-amount': [
    { number: 'WP2', saidCents: 1, amountCents: 2 },
    { number: '', saidCents: 1, amountCents: 2 },
  ],
  'text-month': [
    { number: 'WP2', said: 9, from: 1, to: 7 },
    { number: '', said: 30, from: 1, to: 24 },
  ],
  'text-duration': [{ said: 18, months: 24 }],
  'text-count': [
    { what: 'partners', said: 6, count: 5 },
    { what: 'countries', said: 6, count: 5 },
    { what: 'participants-in', number: 'E1', said: 50, count: 35 },
    { what: 'partners-in', number: 'A2.1', said: 5, count: 3 },
  ],
  'text-number': [{ number: 'WP9' }],
  'text-acronym': [{ said: 'NextDoor', acronym: 'NEXTDOOR' }],
  'partner-unnamed': [{ name: 'P2' }],
  'objective-alone': [{ number: 'O5' }],
  'indicator-number': [{}],
  'two-spellings': [{ said: 'codesign', term: 'co-design' }],
};

test.each([
  ['en', en],
  ['de', de],
])('in %s', async (lng, resources) => {
  const i18n = createInstance();
  await i18n.init({ lng, resources: { [lng]: resources }, interpolation: { escapeValue: false } });
  const t = i18n.getFixedT(lng, 'textChecks');
  for (const check of textChecks) {
    for (const one of data[check]) {
      const text = findingText({ check, key: null, quote: '', data: one, waiverId: '' }, t, lng);
      expect(text, check).toMatch(/ /);
      expect(text, check).not.toMatch(/\{\{|^messages/);
    }
  }
});
