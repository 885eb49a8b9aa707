import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UploadStore } from './upload-store.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'adagia-uploads-'));

async function* bytes(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

test('what an earlier run had not received to the end is gone after a start, what was kept is there', async () => {
  const folder = newFolder();
  const store = new UploadStore(folder);
  const kept = await store.receive(bytes('he', 'llo'), 10);
  await store.keep(kept);
  const half = join(folder, 'uploads', 'incoming', 'a'.repeat(32));
  writeFileSync(half, 'half');
  const again = new UploadStore(folder);
  expect(existsSync(half)).toBe(false);
  expect((await again.read(kept.file))?.sizeBytes).toBe(5);
});

test('what breaks or is too large leaves nothing', async () => {
  const folder = newFolder();
  const store = new UploadStore(folder);
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield* bytes('he');
    throw new Error('line cut');
  }
  await expect(store.receive(broken(), 10)).rejects.toThrow('line cut');
  await expect(store.receive(bytes('hello', ' world'), 10)).rejects.toThrow();
  expect(readdirSync(join(folder, 'uploads', 'incoming'))).toEqual([]);
});

test('no name makes a path of it', () => {
  const store = new UploadStore(newFolder());
  for (const name of ['../secret', '', 'incoming', 'A'.repeat(32)]) expect(() => store.pathOf(name)).toThrow();
});
