// Files of people, below the data folder and so outside of everything that is served: under random names, written once, never
// changed. What is being received lies apart, and is gone when it is not kept. Knows neither proposals nor rights.
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { HEAD_SIZE } from './file-type.ts';

export interface Received {
  /** Random; the file is kept under it. */
  file: string;
  /** Where it lies until it is kept. */
  path: string;
  sizeBytes: number;
  /** Hexadecimal. */
  sha256: string;
  /** Its first bytes. */
  head: Buffer;
}

/** More came than was allowed. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** How many times the allowed size is taken in and thrown away: who gets no answer while sending never reads why. */
const PATIENCE = 3;

const FILE_NAME = /^[0-9a-f]{32}$/;

export const uploadsFolder = (dataDir: string): string => join(dataDir, 'uploads');

/** Flushes a folder: without it a power cut may forget the name of a file whose bytes are there. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export class UploadStore {
  readonly #folder: string;
  readonly #incoming: string;

  /** Throws away what an earlier run had not received to the end. */
  constructor(dataDir: string) {
    this.#folder = uploadsFolder(dataDir);
    this.#incoming = join(this.#folder, 'incoming');
    mkdirSync(this.#incoming, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(this.#incoming)) rmSync(join(this.#incoming, name), { force: true });
  }

  /** Whoever gets a name from elsewhere cannot make a path of it. */
  pathOf(file: string): string {
    if (!FILE_NAME.test(file)) throw new Error('not the name of an upload');
    return join(this.#folder, file);
  }

  /**
   * To its end and onto the disk. Rejects with TooLarge, or with what broke the stream or the disk; then nothing is left.
   */
  async receive(bytes: AsyncIterable<Uint8Array>, sizeMax: number): Promise<Received> {
    const file = randomBytes(16).toString('hex');
    const path = join(this.#incoming, file);
    const handle = await open(path, 'wx', 0o600);
    try {
      const written = await write(bytes, handle, sizeMax);
      await handle.sync();
      return { file, path, ...written };
    } catch (error) {
      await this.discard({ path });
      throw error;
    } finally {
      await handle.close();
    }
  }

  async keep({ file, path }: Pick<Received, 'file' | 'path'>): Promise<void> {
    await rename(path, this.pathOf(file));
    await flushFolder(this.#folder);
  }

  discard({ path }: Pick<Received, 'path'>): Promise<void> {
    return rm(path, { force: true });
  }

  /** @returns null when it is not there. */
  async read(file: string): Promise<{ stream: Readable; sizeBytes: number } | null> {
    const path = this.pathOf(file);
    const found = await stat(path).catch(() => null);
    return found && { stream: createReadStream(path), sizeBytes: found.size };
  }

  remove(file: string): Promise<void> {
    return rm(this.pathOf(file), { force: true });
  }

  /** Names of what was kept before that moment. @param before milliseconds */
  async listOlderThan(before: number): Promise<string[]> {
    const names = (await readdir(this.#folder)).filter((name) => FILE_NAME.test(name));
    const times = await Promise.all(names.map((name) => stat(this.pathOf(name)).catch(() => null)));
    return names.filter((_, index) => (times[index]?.mtimeMs ?? before) < before);
  }
}

type Written = Pick<Received, 'sizeBytes' | 'sha256' | 'head'>;

async function write(bytes: AsyncIterable<Uint8Array>, handle: FileHandle, sizeMax: number): Promise<Written> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > sizeMax * PATIENCE) break;
    if (sizeBytes > sizeMax) continue;
    if (head.length < HEAD_SIZE) head = Buffer.concat([head, chunk]).subarray(0, HEAD_SIZE);
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  if (sizeBytes > sizeMax) throw new TooLarge();
  return { sizeBytes, sha256: hash.digest('hex'), head };
}
