import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashText } from './hash-text.ts';

it('stays the same for ever: ticks are stored with it', () => {
  expect(hashText('')).toBe('811c9dc59747b28c');
  expect(hashText('Next Door Online')).toBe(hashText('Next Door Online'));
  expect(hashText('Next Door Online')).not.toBe(hashText('Next Door 0nline'));
});

it('tells texts apart that differ in one place', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, seed) => {
      const at = seed % text.length;
      const other = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
      expect(hashText(text)).toMatch(/^[0-9a-f]{16}$/);
      if (other !== text) expect(hashText(other)).not.toBe(hashText(text));
    }),
  );
});
