// What the operating system says of a process: CPU of all its threads. Linux only; that is where a server runs. And how quick the disk is.
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from './load/percentiles.ts';
import { scratchFolder } from './scratch-folder.ts';

/** Of `getconf CLK_TCK`, the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Seconds of CPU, user and system, of all threads since it started. Resolution 10 ms. */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold spaces: fields are counted from behind it, where utime and stime are 12th and 13th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Milliseconds without work after which a server has done what it does later: peers store in the background. */
const IDLE_MS = 2000;
/** Of one core: timers, pings, and the profiler of `--profile` are not work. */
const IDLE_SHARE = 0.08;
/** Milliseconds; who is not idle by then is not going to be. */
const IDLE_MAX_MS = 60_000;

export async function untilIdle(pid: number): Promise<void> {
  const deadlineMs = Date.now() + IDLE_MAX_MS;
  for (let before = cpuSecondsOf(pid); Date.now() < deadlineMs; ) {
    await wait(IDLE_MS);
    const now = cpuSecondsOf(pid);
    if (now - before <= (IDLE_MS / 1000) * IDLE_SHARE) return;
    before = now;
  }
}

export function residentBytesOf(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}

const FSYNCS = 40;

/** Milliseconds of one small write made durable where the servers keep their data: what every commit pays at least. */
export function fsyncMs(): number {
  const folder = scratchFolder('fsync');
  const file = openSync(join(folder, 'file'), 'w');
  const times = Array.from({ length: FSYNCS }, () => {
    writeSync(file, Buffer.alloc(4096));
    const startMs = performance.now();
    fsyncSync(file);
    return performance.now() - startMs;
  });
  closeSync(file);
  rmSync(folder, { recursive: true, force: true });
  return median(times);
}
