// Runs named steps one after the other, says which one is running and how long it took, and stops at the first failure.
import { spawnSync } from 'node:child_process';

export interface Step {
  name: string;
  command: string;
  args: string[];
}

/** @returns the exit code of the first failing step, or 0. */
export function runSteps(steps: Step[]): number {
  for (const [index, step] of steps.entries()) {
    console.log(`\n── ${index + 1}/${steps.length} ${step.name}: ${step.command} ${step.args.join(' ')}`);
    const startedMs = Date.now();
    const result = spawnSync(step.command, step.args, { stdio: 'inherit', shell: process.platform === 'win32' });
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
    if (result.status !== 0) {
      console.error(`── ${step.name} FAILED after ${seconds} s`);
      return result.status ?? 1;
    }
    console.log(`── ${step.name}: ok, ${seconds} s`);
  }
  return 0;
}

export const checkSteps: Step[] = [
  { name: 'format', command: 'biome', args: ['check', '.'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings', '.'] },
  ...['shared', 'db', 'server', 'client', 'tests'].map((name) => ({
    name: `types of ${name}`,
    command: 'tsc',
    args: ['-p', name],
  })),
  { name: 'unused code', command: 'knip', args: ['--no-progress'] },
];
