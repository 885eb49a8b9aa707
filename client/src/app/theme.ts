// The look of Adagia: a calm page in which the text is what one sees. One primary colour (the blue of a fountain pen), greys
// with a touch of it, a type scale for long reading.
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#eef3fc',
  '#dbe4f4',
  '#b4c6e8',
  '#8aa6dc',
  '#678bd2',
  '#517acc',
  '#4570ca',
  '#31508f',
  '#2a4580',
  '#1d3263',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 4 },
  colors: { ink },
  autoContrast: true,
  // The light blue of the dark look takes dark words: white ones have a contrast of 3.4 on it.
  luminanceThreshold: 0.22,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
});
