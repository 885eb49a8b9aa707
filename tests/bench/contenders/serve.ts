// Starts a server program on a free port and waits until it answers.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { end, track } from '../processes.ts';
import { scratchFolder } from '../scratch-folder.ts';
import type { RunningServer } from './contender.ts';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

export interface ServerProgram {
  args: string[];
  cwd: string;
  dataDir: string;
  env: Record<string, string>;
}

/** Folder for profiles of the servers' CPU; null: none is taken. They are written when a server is stopped, not killed. */
export const profiling: { folder: string | null } = { folder: null };

const probe = new URL('memory-probe.mjs', import.meta.url).href;

/** Asks the probe; a collection of a large heap takes a second or two. */
async function heldBytesOf(pid: number, file: string): Promise<number> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (const deadlineMs = Date.now() + 20_000; Date.now() < deadlineMs; ) {
    await wait(50);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (text.endsWith('}')) return (JSON.parse(text) as { heldBytes: number }).heldBytes;
  }
  throw new Error('the server did not say how much memory it holds');
}

/** Milliseconds until a server must answer: a cold start on a busy machine takes a few seconds. */
const READY_WITHIN_MS = 60_000;

function profileFlags(): string[] {
  return profiling.folder === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiling.folder}`];
}

export async function serve({ args, cwd, dataDir, env }: ServerProgram): Promise<RunningServer> {
  const port = await freePort();
  const notes = scratchFolder('notes');
  const memoryFile = join(notes, 'memory.json');
  const settings = { NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, BENCH_MEMORY_FILE: memoryFile };
  const child = track(
    spawn(process.execPath, [...profileFlags(), '--import', probe, ...args], {
      cwd,
      env: { ...process.env, ...settings, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
  child.once('exit', () => rmSync(notes, { recursive: true, force: true }));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  for (const deadlineMs = Date.now() + READY_WITHIN_MS; ; ) {
    if (child.exitCode !== null || Date.now() > deadlineMs) throw new Error(`the server did not start: ${said}`);
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (answer?.ok) break;
    await wait(20);
  }
  return {
    pid: child.pid ?? 0,
    port,
    dataDir,
    heldBytes: () => heldBytesOf(child.pid ?? 0, memoryFile),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
    end: () => end(child, profiling.folder === null ? 'SIGKILL' : 'SIGTERM'),
  };
}
