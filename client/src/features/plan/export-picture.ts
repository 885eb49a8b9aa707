// The plan's picture leaves the page: as a file (SVG, PNG), or on one sheet of A4 from the printer. Knows nothing of the plan.
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '@adagia/shared/plan/gantt-picture';
import { saveFile } from '../../ui/save-file.ts';
import classes from './print-sheet.module.css';

/** 288 dots an inch on A4: sharp in a report, and below the size that phones refuse to draw. */
const PNG_SCALE = 3;

const SVG = 'image/svg+xml';

/** @returns `svg` drawn; its address is given back when `use` is done. */
async function withImage<T>(svg: string, use: (image: HTMLImageElement) => Promise<T>): Promise<T> {
  const address = URL.createObjectURL(new Blob([svg], { type: SVG }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await use(image);
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function downloadSvg(svg: string, name: string): void {
  saveFile(`${name}.svg`, svg, SVG);
}

/** @throws when the browser cannot draw it */
export async function downloadPng(svg: string, name: string): Promise<void> {
  const blob = await withImage(svg, (image) => {
    const canvas = document.createElement('canvas');
    canvas.width = PICTURE_WIDTH * PNG_SCALE;
    canvas.height = PICTURE_HEIGHT * PNG_SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  });
  if (!blob) throw new Error('the browser could not draw the picture');
  saveFile(`${name}.png`, new Uint8Array(await blob.arrayBuffer()), 'image/png');
}

/** On a sheet of its own, with nothing of the page around it. @param words say what the picture is */
export async function printPicture(svg: string, words: string): Promise<void> {
  await withImage(svg, async (image) => {
    image.alt = words;
    const sheet = document.createElement('div');
    sheet.className = classes.sheet ?? '';
    sheet.append(image);
    document.body.append(sheet);
    document.body.toggleAttribute('data-printing-plan', true);
    const done = new Promise((resolve) => addEventListener('afterprint', resolve, { once: true }));
    print();
    await done;
    document.body.removeAttribute('data-printing-plan');
    sheet.remove();
  });
}
