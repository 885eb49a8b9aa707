import { describe, expect, it } from 'vitest';
import { nameFaultOf, personNameSchema } from './person-name.ts';

describe('the name of a person', () => {
  it.each([
    ['María  José\u00a0Ñandú', 'María José Ñandú'],
    ['  Ana\n\tB. ', 'Ana B.'],
    ['\u202eevE\u202c', 'evE'],
    ['Ben\u200b\ufeff\u2066\u2069', 'Ben'],
    ['محمد علي', 'محمد علي'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['Zoë 👩🏽\u200d💻', 'Zoë 👩🏽\u200d💻'],
    ['E\u0301va', 'Éva'],
    ['Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306algo', 'Z\u0300\u0301\u0302algo'],
    ["O'Neill & Sons, 3rd", "O'Neill & Sons, 3rd"],
  ])('%j becomes %j', (given, kept) => {
    expect(personNameSchema.parse(given)).toBe(kept);
  });

  it.each([
    ['', 'empty'],
    ['\u202e\u200f \u2066', 'empty'],
    ['🎉🎉', 'empty'],
    ['…', 'empty'],
    ['x'.repeat(300), 'long'],
    ['<b>Ana</b>', 'markup'],
    ['Ana <script>alert(1)</script>', 'markup'],
    ['Prize at https://example.org', 'address'],
    ['www.example.org', 'address'],
    ['Ana\u0007', 'control'],
  ])('%j is refused: %s', (given, fault) => {
    expect(nameFaultOf(given)).toBe(fault);
    expect(personNameSchema.safeParse(given).error?.issues[0]?.message).toBe(fault);
  });
});
