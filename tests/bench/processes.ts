// Every process that a benchmark starts, so that none outlives it: ended by id when the run ends, fails or is interrupted.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

const running = new Set<ChildProcess>();
let priority: number | null = null;

/** Of everything started from now on: -10 keeps the other programs of a shared machine out of the figures. Needs root. */
export function setPriorityOfAll(value: number): void {
  priority = value;
  setPriority(value);
  prefer(value);
  process.on('exit', () => prefer(0));
}

/** Linux weighs sessions against each other before processes: without this a priority counts only within our own. */
function prefer(value: number): void {
  const group = '/proc/self/autogroup';
  if (existsSync(group)) writeFileSync(group, String(value));
}

export function track<T extends ChildProcess>(child: T): T {
  running.add(child);
  if (priority !== null && child.pid !== undefined) setPriority(child.pid, priority);
  child.once('exit', () => running.delete(child));
  return child;
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  // Whoever does not listen is not waited for: ten seconds is what our own server promises.
  const timer = setTimeout(() => child.kill('SIGKILL'), 12_000);
  await ended;
  clearTimeout(timer);
}

function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

process.on('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
