// How a Word file of ours looks: its fonts, headings, lists and quotes. Word's own styles are used, so that whoever opens it can change
// them, and makes headings and lists with the buttons that they know.
import { AlignmentType, BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx';

/** Twentieths of a point: Word's own step, by which the reader counts indents. */
export const INDENT_STEP = 720;
const HANGING = 360;
const LEVELS = 7;

export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';

const FONT = 'Calibri';
const INK = '1F3864';
const GREY = '595959';

const heading = (size: number, before: number) => ({
  run: { font: FONT, size, sizeComplexScript: size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
});

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: { ascii: FONT, hAnsi: FONT, cs: 'Arial', eastAsia: FONT }, size: 22, sizeComplexScript: 22 },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { font: FONT, size: 44, bold: true, color: INK }, paragraph: { spacing: { after: 80 } } },
    heading1: heading(32, 480),
    heading2: heading(27, 320),
    heading3: heading(24, 240),
    heading4: heading(23, 200),
    heading5: heading(22, 160),
    heading6: heading(22, 120),
  },
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { color: GREY },
      paragraph: {
        indent: { left: HANGING },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 10, color: 'BFBFBF' } },
      },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { color: GREY },
      paragraph: { spacing: { after: 360 } },
    },
  ],
};

const bullets = ['•', '◦', '▪'];
const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN];

const levels = (look: (level: number) => { format: (typeof LevelFormat)[keyof typeof LevelFormat]; text: string }) =>
  Array.from({ length: LEVELS }, (_, level) => ({
    level,
    ...look(level),
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: INDENT_STEP * (level + 1), hanging: HANGING } } },
  }));

export const numbering: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: levels((level) => ({ format: LevelFormat.BULLET, text: bullets[level % bullets.length] ?? '•' })),
    },
    {
      reference: NUMBERS,
      levels: levels((level) => ({
        format: formats[level % formats.length] ?? LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
      })),
    },
  ],
};
