// A file system that is really full, and one that cannot be written at all: a small one in memory that only the server sees. Made
// with a namespace of its own, which needs Linux; where the system does not allow it, the tests of storage-failures.test.ts, which
// make SQLite itself report the same errors, are all there is.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createProposal } from '@adagia/shared/api/people';
import { expect, onTestFinished, test } from 'vitest';
import { freePort, newProposal, signUp } from './testing/test-server.ts';
import { openWritingClient, type WritingClient } from './testing/writing-client.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const namespace = process.getuid?.() === 0 ? ['-m'] : ['-U', '-r', '-m'];
const mount = 'mount -t tmpfs -o size=6m none "$DATA_DIR"';
const isPossible =
  spawnSync('unshare', [...namespace, 'sh', '-c', mount], {
    env: { ...process.env, DATA_DIR: mkdtempSync(join(tmpdir(), 'adagia-mount-')) },
  }).status === 0;

const TEXT = 'answer:motivation';
const textOf = ({ doc }: WritingClient): string => doc.getText(TEXT).toJSON();
const type = (client: WritingClient, words: string): Promise<void> =>
  client.write((doc) => doc.getText(TEXT).insert(doc.getText(TEXT).length, words));

/** @param prepare shell commands behind the mount, before the server starts */
function startOnMount(prepare: string, port: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'adagia-mount-'));
  const script = `${mount} && ${prepare} exec "$NODE" "$MAIN"`;
  const env = { ...process.env, NODE: process.execPath, MAIN: main, DATA_DIR: dataDir, HOST: '127.0.0.1' };
  const child = spawn('unshare', [...namespace, 'sh', '-c', script], {
    env: { ...env, PORT: String(port), ADAGIA_TEST_HOOKS: '1' },
  });
  let said = '';
  const ready = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Adagia is ready')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await closed;
  });
  // The mount as its process sees it; ours has an empty folder there.
  return { ready, closed, said: () => said, insideDir: `/proc/${child.pid}/root${dataDir}` };
}

test.skipIf(!isPossible)(
  'R5 a file system that is full: 4507, and all is stored when something was deleted',
  async () => {
    const port = await freePort();
    const { ready, insideDir } = startOnMount('', port);
    await ready;
    const url = `http://localhost:${port}`;
    const { cookie, call } = await signUp(url, 'Ana');
    const { id } = (await call(createProposal, {}, newProposal)).json as { id: string };
    const client = await openWritingClient(url, cookie, id);
    await type(client, 'Stored. ');
    const filler = join(insideDir, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(16 * 1024 * 1024))).toThrow('ENOSPC');
    let stored = 'Stored. ';
    const fill = async (): Promise<never> => {
      for (let index = 0; ; index += 1) {
        const paste = `${String(index).repeat(2000)} `;
        await type(client, paste);
        stored += paste;
      }
    };
    await expect(fill()).rejects.toThrow('storage');
    // What is stored can still be read, by somebody who has nothing.
    const reader = await openWritingClient(url, cookie, id);
    expect(textOf(reader)).toBe(stored);
    reader.close();
    rmSync(filler);
    const back = await openWritingClient(url, cookie, id, client.doc);
    await back.acknowledged();
    await type(back, 'And on.');
    expect(textOf(back).startsWith(stored)).toBe(true);
    const newcomer = await openWritingClient(url, cookie, id);
    expect(textOf(newcomer)).toBe(textOf(back));
    for (const one of [back, newcomer]) one.close();
  },
);

test.skipIf(!isPossible)('a data folder on a file system that cannot be written: one line, and no start', async () => {
  const { closed, said } = startOnMount('mount -o remount,ro "$DATA_DIR" &&', await freePort());
  const [code] = await closed;
  expect(code).toBe(1);
  expect(said()).toMatch(/data folder .* cannot be read and written/);
  expect(said().trim().split('\n')).toHaveLength(1);
});

test.skipIf(!isPossible)('a disk that is full from the beginning: one line, and no start', async () => {
  const { closed, said } = startOnMount(
    '(head -c 16m /dev/zero > "$DATA_DIR/filler" 2>/dev/null || true) &&',
    await freePort(),
  );
  const [code] = await closed;
  expect(code).toBe(1);
  expect(said()).toMatch(/no space left|cannot be (opened|read)/);
  expect(said().trim().split('\n')).toHaveLength(1);
});
