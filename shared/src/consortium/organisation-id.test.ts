import { describe, expect, it } from 'vitest';
import { isIdOfKind, isOid, normaliseOid } from './organisation-id.ts';

describe('the id of an organisation', () => {
  it.each(['E10012345', 'e10012345', ' E 1001 2345 ', 'E10.012.345', 'e1001\u00a02345', 'E10\u2011012\u2011345'])(
    'is recognised however it is written: %j',
    (text) => {
      expect(normaliseOid(text)).toBe('E10012345');
    },
  );

  it.each(['\u0395', '\u0415', '\u0435'])('may begin with the letter of another keyboard: %s', (letter) => {
    expect(normaliseOid(`${letter}10012345`)).toBe('E10012345');
  });

  it('is another one for each register', () => {
    expect(isIdOfKind('oid', 'E10012345')).toBe(true);
    expect(isIdOfKind('oid', '912345678')).toBe(false);
    expect(isIdOfKind('pic', '912345678')).toBe(true);
    expect(isIdOfKind('pic', 'E10012345')).toBe(false);
    expect(isIdOfKind('pic', '91234567')).toBe(false);
  });

  it.each(['', 'E1001234', 'E100123456', '10012345', 'E1001234O', 'X10012345'])('is none: %j', (text) => {
    expect(isOid(normaliseOid(text))).toBe(false);
  });
});
