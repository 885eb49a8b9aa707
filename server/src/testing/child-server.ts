// The server as a process of its own, which can be killed, and the commands that are given beside it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from './test-server.ts';

const program = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

export interface ChildServer {
  url: string;
  pid: number;
  /** What it said so far, on both streams. */
  said(): string;
  /** SIGTERM, as whoever runs it stops it. @returns the exit code: 0 when it came to its end by itself and in time */
  stop(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  return child.exitCode;
}

/** Resolves when it says that it is ready; rejects with what it said when it ends instead. */
export async function startChildServer(
  dataDir: string,
  port?: number,
  settings: Record<string, string> = {},
): Promise<ChildServer> {
  const chosen = port ?? (await freePort());
  const here = { PORT: String(chosen), HOST: '127.0.0.1', DATA_DIR: dataDir, ADAGIA_TEST_HOOKS: '1' };
  const env = { ...process.env, ...here, ...settings };
  const child = spawn(process.execPath, [program('main.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Adagia is ready')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => reject(new Error(said)));
  });
  return {
    url: `http://localhost:${chosen}`,
    pid: child.pid ?? 0,
    said: () => said,
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
  };
}

/** `npm run <name> -- ...args`, with what it says on both streams. */
export async function give(
  name: 'backup' | 'restore' | 'scrub',
  dataDir: string,
  ...args: string[]
): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, DATA_DIR: dataDir };
  const child = spawn(process.execPath, [program(`maintenance/${name}.ts`), ...args], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
