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

const medianOf = (samples: readonly Figures[]): Figures =>
  Object.fromEntries(
    Object.keys(samples[0] ?? {}).map((key) => {
      const values = samples.map((sample) => sample[key]).filter((value) => typeof value === 'number');
      return [key, values.length > 0 ? median(values) : null];
    }),
  );

export interface Turn {
  contender: Contender;
  stage: Stage;
  server: RunningServer;
  round: number;
}

/** Every contender once a round, each on a fresh start. @returns a row each, with medians over the rounds. */
export async function interleave(
  { contenders, rounds, say }: Bench,
  size: StageSize,
  measure: (turn: Turn) => Promise<Figures>,
): Promise<Row[]> {
  const prepared: { contender: Contender; stage: Stage; samples: Figures[] }[] = [];
  try {
    for (const contender of contenders) {
      say(`${contender.label}: preparing ${size.documents} x ${size.peoplePerDocument}`);
      prepared.push({ contender, stage: await contender.prepare(size), samples: [] });
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const { contender, stage, samples } of prepared) {
        const server = await stage.start();
        try {
          const sample = await measure({ contender, stage, server, round });
          samples.push(sample);
          say(`${contender.label}, round ${round + 1}: ${inOneLine(sample)}`);
        } finally {
          await server.kill();
        }
      }
    }
    return prepared.map(({ contender: { name, label }, samples }) => {
      return { contender: name, label, figures: medianOf(samples), samples };
    });
  } finally {
    for (const { stage } of prepared) stage.dispose();
  }
}

const inOneLine = (figures: Figures): string =>
  Object.entries(figures)
    .map(([key, value]) => `${key} ${value === null ? '–' : Number(value.toPrecision(3))}`)
    .join(', ');

export const figureOf = (rows: readonly Row[], contender: Contender['name'], key: string): number | null =>
  rows.find((row) => row.contender === contender)?.figures[key] ?? null;

/** null where one of them was not measured. */
export const ratioOf = (a: number | null, b: number | null): number | null => (a === null || !b ? null : a / b);
