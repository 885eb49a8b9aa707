// Where a server spent its CPU: the functions with the most time of their own in a profile that `--profile FOLDER` took.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

const LINES = 30;

function namesOf({ nodes }: CpuProfile): Map<number, string> {
  return new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      // From the package on: where it is installed says nothing.
      const file = url.split('/node_modules/').at(-1)?.split('/').slice(-4).join('/') ?? '';
      return [id, `${functionName || '(anonymous)'} ${file && `${file}:${lineNumber + 1}`}`];
    }),
  );
}

function selfMs(profile: CpuProfile): Map<string, number> {
  const names = namesOf(profile);
  const sum = new Map<string, number>();
  for (const [index, id] of profile.samples.entries()) {
    const name = names.get(id) ?? '';
    sum.set(name, (sum.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1000);
  }
  return sum;
}

/** Of each thread's profile in the folder. */
export function printProfiles(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
    const times = selfMs(JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile);
    const busy = [...times].filter(([name]) => !name.startsWith('(idle)')).toSorted((a, b) => b[1] - a[1]);
    const total = busy.reduce((all, [, ms]) => all + ms, 0);
    console.log(`\n${file}: ${(total / 1000).toFixed(1)} s`);
    for (const [name, ms] of busy.slice(0, LINES))
      console.log(`${((ms / total) * 100).toFixed(1).padStart(5)} %  ${name}`);
  }
}
