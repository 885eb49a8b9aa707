// What a scenario is, and what it hands back: plain figures that the report turns into tables. Rounds are interleaved
// (A B C D A B C D …), so that a machine that gets slower or faster meanwhile does so for all of them.
import type { Contender, RunningServer, Stage, StageSize } from './contenders/contender.ts';
import { median } from './load/percentiles.ts';

export interface Bench {
  contenders: Contender[];
  rounds: number;
  /** Shorter windows and smaller histories: for a look, not for the record. */
  isQuick: boolean;
  say(text: string): void;
}

export type Figures = Record<string, number | null>;

export interface Row {
  contender: string;
  label: string;
  figures: Figures;
  /** One entry a round, in the order in which they were taken. */
  samples: Figures[];
}

export interface Column {
  key: string;
  title: string;
  digits: number;
}

/** A bar of the project: what was asked for, what was measured. */
export interface Bar {
  text: string;
  measured: number | null;
  limit: number;
  /** The measured figure must be at most, or at least, the limit. */
  is: 'at most' | 'at least';
}

export interface Result {
  scenario: string;
  title: string;
  /** How it was measured, for the reader of the table. */
  method: string;
  columns: Column[];
  rows: Row[];
  bars: Bar[];
}

export interface Scenario {
  name: string;
  run(bench: Bench): Promise<Result[]>;
}

export const medianOf = (samples: readonly Figures[]): Figures =>
  Object.fromEntries(
    [...new Set(samples.flatMap((sample) => Object.keys(sample)))].map((key) => {
      const values = samples.map((sample) => sample[key]).filter((value) => typeof value === 'number');
      return [key, values.length > 0 ? median(values) : null];
    }),
  );

/** One row for each title: what is measured of ours alone, medians with all rounds. */
export function ownRows(titles: Readonly<Record<string, string>>, samples: readonly Figures[]): Row[] {
  const medians = medianOf(samples);
  return Object.entries(titles).map(([key, label]) => ({
    contender: 'adagia',
    label,
    figures: { value: medians[key] ?? null },
    samples: samples.map((sample) => ({ value: sample[key] ?? null })),
  }));
}

/** A contender with its people and documents, ready to be started. */
export interface Contestant {
  contender: Contender;
  stage: Stage;
}

export interface Turn extends Contestant {
  server: RunningServer;
  round: number;
}

/** Prepares everybody, and tidies up whatever happens. */
export async function withStages<T>(
  { contenders, say }: Bench,
  size: StageSize,
  work: (contestants: Contestant[]) => Promise<T>,
): Promise<T> {
  const contestants: Contestant[] = [];
  try {
    for (const contender of contenders) {
      say(`${contender.label}: preparing ${size.documents} x ${size.peoplePerDocument}`);
      contestants.push({ contender, stage: await contender.prepare(size) });
    }
    return await work(contestants);
  } finally {
    for (const { stage } of contestants) stage.dispose();
  }
}

/** Every contestant once a round. @returns a row each, with medians over the rounds. */
export async function inTurns<C extends Contestant>(
  { rounds, say }: Bench,
  contestants: readonly C[],
  measure: (contestant: C, round: number) => Promise<Figures>,
): Promise<Row[]> {
  const samples = contestants.map((): Figures[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const sample = await measure(contestant, round);
      samples[index]?.push(sample);
      say(`${contestant.contender.label}, round ${round + 1}: ${inOneLine(sample)}`);
    }
  }
  return contestants.map(({ contender: { name, label } }, index) => {
    const taken = samples[index] ?? [];
    return { contender: name, label, figures: medianOf(taken), samples: taken };
  });
}

/** The usual case: a fresh start on fresh documents for each measurement. */
export function interleave(bench: Bench, size: StageSize, measure: (turn: Turn) => Promise<Figures>): Promise<Row[]> {
  return withStages(bench, size, (contestants) =>
    inTurns(bench, contestants, async ({ contender, stage }, round) => {
      const server = await stage.start();
      try {
        return await measure({ contender, stage, server, round });
      } finally {
        await server.end();
      }
    }),
  );
}

export const inOneLine = (figures: Figures): string =>
  Object.entries(figures)
    .map(([key, value]) => `${key} ${value === null ? '–' : Number(value.toPrecision(3))}`)
    .join(', ');

export const figureOf = (rows: readonly Row[], contender: Contender['name'], key: string): number | null =>
  rows.find((row) => row.contender === contender)?.figures[key] ?? null;

/** null where one of them was not measured. */
export const ratioOf = (a: number | null, b: number | null): number | null => (a === null || !b ? null : a / b);
