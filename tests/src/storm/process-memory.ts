// What a server's memory is: by Linux, which also knows the highest point, and by the server's own page of figures.
import { readFileSync } from 'node:fs';

/** Megabytes. */
export interface ProcessMemory {
  rss: number;
  /** The highest since it was started; a start itself takes hundreds. */
  peak: number;
  heap: number;
}

const mb = (bytes: number): number => Math.round(bytes / 2 ** 20);

export async function memoryOf({ pid, url }: { pid: number; url: string }, token: string): Promise<ProcessMemory> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const figures = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text();
  const ofSystem = (name: string) => mb(1024 * Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]));
  return {
    rss: ofSystem('VmRSS'),
    peak: ofSystem('VmHWM'),
    heap: mb(Number(/^adagia_nodejs_heap_size_used_bytes (\S+)$/m.exec(figures)?.[1])),
  };
}
