import { answerKey } from '@adagia/shared/answer-key';
import { expect, it } from 'vitest';
import { placeAddress } from './place-address.ts';

it('leads to the page and the place on it', () => {
  expect(placeAddress('1', { kind: 'answer', key: answerKey('motivation') })).toBe('/p/1/write#answer%3Amotivation');
  expect(placeAddress('1', { kind: 'plan', objectId: null })).toBe('/p/1/plan');
  expect(placeAddress('1', { kind: 'page', page: 'portal' })).toBe('/p/1/portal');
});

it.each(['', '../../sign-out', '//evil.example', 'x?y'])('leads nowhere for a page like %j', (page) => {
  expect(placeAddress('1', { kind: 'page', page })).toBeNull();
});
