// Writes docs/benchmarks.json and the part of docs/benchmarks.md between the markers. Results of scenarios that were not run
// this time are kept, each with its own day and machine: a run of one scenario must not delete the others.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fsyncMs } from '../measure.ts';
import type { Bench, Result } from '../scenario.ts';
import { scenarios } from '../scenarios/all.ts';
import { tableOf } from './tables.ts';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));
const BEGIN = '<!-- measured: begin -->';
const END = '<!-- measured: end -->';

interface Entry extends Result {
  day: string;
  rounds: number;
  isQuick: boolean;
  machine: string;
  /** Before and after it. */
  moments: string[];
}

function describeMachine(): string {
  const memoryGib = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores shared by servers and generators, ${memoryGib} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

/** What else the machine was doing: with a load far above its cores or a slow disk, latencies are not the servers' own. */
export function describeMoment(): string {
  return `load ${loadavg()[0]?.toFixed(1)}, a durable write of 4 KB ${fsyncMs().toFixed(1)} ms`;
}

function read(file: string): Entry[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { results: Entry[] }).results : [];
}

function merge(old: Entry[], fresh: Entry[]): Entry[] {
  const known = new Map(old.map((entry) => [entry.scenario, entry]));
  for (const entry of fresh) known.set(entry.scenario, entry);
  const place = ({ scenario }: Entry) => scenarios.findIndex(({ name }) => scenario.startsWith(name));
  return [...known.values()].toSorted((a, b) => place(a) - place(b));
}

function sectionOf(entry: Entry): string {
  const how = `${entry.day}, medians of ${entry.rounds} interleaved ${entry.rounds === 1 ? 'round' : 'rounds'}${entry.isQuick ? ', short windows' : ''}; ${entry.machine}; ${entry.moments.join(', then ')}.`;
  return `### ${entry.title}\n\n${entry.method} ${how}\n\n${tableOf(entry)}`;
}

export function writeReport(results: Result[], { rounds, isQuick }: Bench, moments: string[]): void {
  mkdirSync(docs, { recursive: true });
  const jsonFile = join(docs, 'benchmarks.json');
  const markdownFile = join(docs, 'benchmarks.md');
  const day = new Date().toISOString().slice(0, 10);
  const fresh = results.map((result) => ({ ...result, day, rounds, isQuick, machine: describeMachine(), moments }));
  const entries = merge(read(jsonFile), fresh);
  writeFileSync(jsonFile, `${JSON.stringify({ results: entries }, null, 2)}\n`);
  const page = readFileSync(markdownFile, 'utf8');
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error('docs/benchmarks.md has lost its markers');
  const tables = entries.map(sectionOf).join('\n\n');
  writeFileSync(markdownFile, `${page.slice(0, before + BEGIN.length)}\n\n${tables}\n\n${page.slice(after)}`);
}
