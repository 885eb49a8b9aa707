// A file on the person's own disk, made from what this page holds.

/** Milliseconds until the address of the file is given back: the browser has begun to save it by then. */
const RELEASE_AFTER_MS = 10_000;

export function saveFile(name: string, content: string | Uint8Array, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_AFTER_MS);
}

/** Letters and digits of a name, for the name of a file. */
export function fileNameOf(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60) || 'proposal';
}
