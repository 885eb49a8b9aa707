// The colour by which a person is known to the others: the same on every screen, for ever, from a palette whose colours
// carry white text with a contrast of at least 4.5 and can be told apart by most people.

const palette = [
  '#1864ab',
  '#a61e4d',
  '#23702f',
  '#862e9c',
  '#c92a2a',
  '#0b7285',
  '#5f3dc4',
  '#8c5000',
  '#364fc7',
  '#5c6b00',
  '#087f5b',
  '#9c36b5',
] as const;

/** @returns '#rrggbb' */
export function personColour(userId: string): string {
  let hash = 0;
  for (let at = 0; at < userId.length; at += 1) hash = (Math.imul(hash, 31) + userId.charCodeAt(at)) >>> 0;
  return palette[hash % palette.length] ?? palette[0];
}

/** For what is counted rather than known by an id: the leads of a plan. @param index 0 for the first */
export function colourAt(index: number): string {
  return palette[index % palette.length] ?? palette[0];
}
