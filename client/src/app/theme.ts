// The look of Adagia: a calm page in which the text is what one sees. One primary colour (the blue of a fountain pen), greys
// with a touch of it, a type scale for long reading.
import { createTheme, DEFAULT_THEME, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#eef3fc',
  '#dbe4f4',
  '#b4c6e8',
  '#a3bbea',
  '#8eabe6',
  '#517acc',
  '#4570ca',
  '#31508f',
  '#2a4580',
  '#1d3263',
];

/** The two darkest shades of a colour, dark enough for small text on its own lightest ones (contrast of at least 4.5). */
function readable(name: 'green' | 'orange' | 'red' | 'yellow', eighth: string, ninth: string): MantineColorsTuple {
  const shades = DEFAULT_THEME.colors[name];
  return [...shades.slice(0, 8), eighth, ninth] as unknown as MantineColorsTuple;
}

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: {
    ink,
    green: readable('green', '#237a36', '#1b632b'),
    orange: readable('orange', '#b33c0a', '#933108'),
    red: readable('red', '#b32424', '#9a1c1c'),
    yellow: readable('yellow', '#9a5b00', '#7d4a00'),
  },
  autoContrast: true,
  // The light blue of the dark look takes dark words: white ones have a contrast of 3.4 on it.
  luminanceThreshold: 0.22,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
});
