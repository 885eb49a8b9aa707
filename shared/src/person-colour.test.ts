import { expect, it } from 'vitest';
import { personColour } from './person-colour.ts';

/** WCAG relative luminance of '#rrggbb'. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const ids = Array.from({ length: 500 }, (_, number) => `person-${number}`);

it('carries white text with a contrast of at least 4.5, whoever it is', () => {
  for (const id of ids)
    expect(1.05 / (luminance(personColour(id)) + 0.05), personColour(id)).toBeGreaterThanOrEqual(4.5);
});

it('is the same for a person for ever, and spreads people over the whole palette', () => {
  expect(personColour('person-1')).toBe(personColour('person-1'));
  expect(new Set(ids.map(personColour)).size).toBe(12);
});
