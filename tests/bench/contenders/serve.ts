// Starts a server program on a free port and waits until it answers.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { end, track } from '../processes.ts';
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

/** Milliseconds until a server must answer: a cold start on a busy machine takes a few seconds. */
const READY_WITHIN_MS = 60_000;

export async function serve({ args, cwd, dataDir, env }: ServerProgram): Promise<RunningServer> {
  const port = await freePort();
  const child = track(
    spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  for (const deadlineMs = Date.now() + READY_WITHIN_MS; ; ) {
    if (child.exitCode !== null || Date.now() > deadlineMs) throw new Error(`the server did not start: ${said}`);
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    pid: child.pid ?? 0,
    port,
    dataDir,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}
