// @vitest-environment happy-dom
import { userIdSchema } from '@adagia/shared/ids';
import { uuidv7 } from 'uuidv7';
import { afterEach, expect, test, vi } from 'vitest';
import { draftOf, keepDraft } from './drafts.ts';

const ana = userIdSchema.parse(uuidv7());
const ben = userIdSchema.parse(uuidv7());

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

test('a draft is kept by what it is about, and each person has their own', () => {
  keepDraft(ana, 'reply 1', 'Half a sent');
  expect(draftOf(ana, 'reply 1')).toBe('Half a sent');
  expect(draftOf(ana, 'reply 2')).toBe('');
  expect(draftOf(ben, 'reply 1')).toBe('');
});

test('an emptied draft is gone', () => {
  keepDraft(ana, 'reply 1', 'Half');
  keepDraft(ana, 'reply 1', '');
  expect(draftOf(ana, 'reply 1')).toBe('');
});

test('without storage in the browser a draft still outlives its card', () => {
  const refuse = () => {
    throw new DOMException('refused', 'QuotaExceededError');
  };
  vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  keepDraft(ana, 'reply 3', 'Half');
  expect(draftOf(ana, 'reply 3')).toBe('Half');
});
