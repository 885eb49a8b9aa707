// Reads a chosen file beside the page: whatever the file is, the page goes on, and can give this up.
import { readWord } from './read-word.ts';

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => postMessage(readWord(data)));
