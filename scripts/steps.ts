// Runs named steps, says which one is running and how long it took, and stops at the first stage that fails. The steps of a
// stage run at the same time: what the others leave of the machine goes to the steps in the background.
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface Step {
  name: string;
  command: string;
  args: string[];
  /** Beside others: takes only what these leave of the processors, and each of its lines says whose it is. */
  isBackground?: boolean;
}

/** Steps of which none waits for another. */
export type Stage = readonly Step[];

/** @returns the exit code of the first step that failed, after the others of its stage; or 0. */
export async function runStages(stages: readonly Stage[]): Promise<number> {
  for (const [index, stage] of stages.entries()) {
    const place = `${index + 1}/${stages.length}`;
    const codes = await Promise.all(stage.map((step) => runStep(step, place)));
    const failed = codes.find((code) => code !== 0);
    if (failed !== undefined) return failed;
  }
  return 0;
}

async function runStep(step: Step, place: string): Promise<number> {
  const { name, command, args } = step;
  console.log(`\n── ${place} ${name}: ${command} ${args.join(' ')}`);
  const startedMs = Date.now();
  const code = await exitCodeOf(step);
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  if (code === 0) console.log(`── ${name}: ok, ${seconds} s`);
  else console.error(`── ${name} FAILED after ${seconds} s`);
  return code;
}

function exitCodeOf({ command, args, isBackground = false }: Step): Promise<number> {
  const child = spawn(command, args, {
    stdio: isBackground ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
  });
  if (isBackground && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  for (const output of [child.stdout, child.stderr]) if (output) printLines(output, command);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command} did not start: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function printLines(output: Readable, whose: string): void {
  createInterface({ input: output }).on('line', (line) => console.log(`${whose} │ ${line}`));
}

export const checkStages: Stage[] = [
  [{ name: 'format', command: 'biome', args: ['check', '.'] }],
  [{ name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings', '.'] }],
  ...['shared', 'db', 'server', 'client', 'tests'].map((name) => [
    { name: `types of ${name}`, command: 'tsc', args: ['-p', name] },
  ]),
  [{ name: 'unused code', command: 'knip', args: ['--no-progress'] }],
];
