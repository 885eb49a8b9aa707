// Reads a chosen file beside the page: whatever the file is, the page goes on, and can give this up.
import { readSheets } from './read-sheets.ts';

addEventListener('message', ({ data }: MessageEvent<{ bytes: Uint8Array; name: string }>) => {
  void readSheets(data.bytes, data.name).then((answer) => postMessage(answer));
});
