// The history of a full proposal: how long it takes to compare two versions that differ in every answer, and what versions leave on
// disk. Ours alone: the peers keep none.
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openWritingClient, type WritingClient } from '@adagia/server/testing/writing-client';
import { importProposal } from '@adagia/shared/api/people';
import { type ChangedPart, compareVersions, createVersion } from '@adagia/shared/api/versions';
import { diffAnswer } from '@adagia/shared/versions/diff-answer';
import { authoredBlocks, type VersionPart } from '@adagia/shared/versions/version-part';
import { FULL_ANSWERS, FULL_CHARACTERS, fullProposal } from '../../e2e/support/full-proposal.ts';
import { startAdagia } from '../contenders/adagia.ts';
import { Rest } from '../contenders/rest.ts';
import { type Bench, type Figures, inOneLine, medianOf, type Result, type Scenario } from '../scenario.ts';
import { scratchFolder } from '../scratch-folder.ts';

/** Versions whose size is measured, each of two answers: what somebody changes between two pauses. */
const KEPT = 300;
const ANSWERS_EACH = 2;
/** Twelve people, 220 days, four times a day. */
const VERSIONS_A_YEAR = 12 * 220 * 4;

const blocksOf = (part: VersionPart | null) => authoredBlocks(part?.kind === 'text' ? part : null);

class Office {
  /** Every answer of the proposal. */
  readonly answers: readonly string[];
  readonly #rest: Rest;
  readonly #cookie: string;
  readonly #proposalId: string;
  readonly #writer: WritingClient;

  private constructor(rest: Rest, cookie: string, proposalId: string, writer: WritingClient) {
    this.#rest = rest;
    this.#cookie = cookie;
    this.#proposalId = proposalId;
    this.#writer = writer;
    this.answers = [...writer.doc.share.keys()].filter((root) => root.startsWith('answer:'));
  }

  static async open(port: number, rest: Rest): Promise<Office> {
    const cookie = await rest.signUp(0);
    const { id } = await rest.call<{ id: string }>(cookie, importProposal, {}, fullProposal());
    return new Office(rest, cookie, id, await openWritingClient(`http://127.0.0.1:${port}`, cookie, id));
  }

  leave(): void {
    this.#writer.close();
  }

  /** Begins all of these answers with a sentence. */
  write(roots: readonly string[], sentence: string): Promise<void> {
    return this.#writer.write((doc) => {
      for (const root of roots) doc.getText(root).insert(0, sentence);
    });
  }

  async name(name: string): Promise<string> {
    const { id } = await this.#rest.call<{ id: string }>(
      this.#cookie,
      createVersion,
      { proposalId: this.#proposalId },
      { name },
    );
    return id;
  }

  async compare(versionId: string, to: string): Promise<ChangedPart[]> {
    const params = { proposalId: this.#proposalId, versionId };
    return (await this.#rest.call<{ parts: ChangedPart[] }>(this.#cookie, compareVersions, params, { to })).parts;
  }
}

async function compareTwo(office: Office, round: number): Promise<Figures> {
  const before = await office.name(`before ${round}`);
  const roots = (await office.compare(before, 'now')).map(({ root }) => root);
  if (roots.length > 0) throw new Error('something differs from what was just named');
  await office.write(office.answers, `What was added in round ${round}. `);
  const after = await office.name(`after ${round}`);
  const startMs = performance.now();
  const parts = await office.compare(before, after);
  const fetchedMs = performance.now();
  const changed = parts.filter((part) =>
    diffAnswer(blocksOf(part.before), blocksOf(part.after)).some(({ change }) => change !== 'same'),
  );
  if (changed.length !== office.answers.length)
    throw new Error(`${changed.length} of ${office.answers.length} answers differ`);
  return {
    fetchMs: fetchedMs - startMs,
    diffMs: performance.now() - fetchedMs,
    compareMs: performance.now() - startMs,
  };
}

/** Milliseconds behind which what was committed is in the database file itself. */
const COPIED_AFTER_MS = 3000;

/** Without the write-ahead log, whose file keeps the size that it once had. */
async function fileSize(dataDir: string): Promise<number> {
  await wait(COPIED_AFTER_MS);
  return statSync(join(dataDir, 'adagia.sqlite')).size;
}

/** @returns bytes that a version leaves, what was typed for it included */
async function keepMany(office: Office, dataDir: string): Promise<number> {
  const before = await fileSize(dataDir);
  for (let index = 0; index < KEPT; index += 1) {
    const at = (index * ANSWERS_EACH) % office.answers.length;
    await office.write(office.answers.slice(at, at + ANSWERS_EACH), `Somebody went on here, for the ${index}th time. `);
    await office.name(`version ${index}`);
  }
  return ((await fileSize(dataDir)) - before) / KEPT;
}

async function measure(bench: Bench): Promise<Result> {
  const dataDir = scratchFolder('versions');
  const samples: Figures[] = [];
  const server = await startAdagia(dataDir);
  try {
    const office = await Office.open(server.port, new Rest(server));
    for (let round = 0; round <= bench.rounds; round += 1) {
      const figures = await compareTwo(office, round);
      // The first one is that of a cold process.
      if (round > 0) samples.push(figures);
      bench.say(inOneLine(figures));
    }
    const bytesEach = await keepMany(office, dataDir);
    office.leave();
    for (const sample of samples) Object.assign(sample, { bytesEach, yearMb: (bytesEach * VERSIONS_A_YEAR) / 1e6 });
  } finally {
    await server.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return present(samples);
}

const titles: Record<string, string> = {
  compareMs: 'comparing two versions that differ in every answer, ms',
  fetchMs: 'of which the server and the way there and back, ms',
  diffMs: 'of which finding the words that changed, ms',
  bytesEach: `a version in which ${ANSWERS_EACH} answers were changed, on disk, bytes`,
  yearMb: 'a year of twelve people, four versions a day each, MB',
};

function present(samples: Figures[]): Result {
  const medians = medianOf(samples);
  return {
    scenario: 'versions',
    title: 'The history of a full proposal',
    method: `KA220 with ${FULL_ANSWERS} answers and ${FULL_CHARACTERS.toLocaleString('en')} characters, each begun anew with a sentence between the two versions. Over REST, and word by word in the same way as the page does it, in Node. The size is the growth of the database file, the log of what was typed included, over ${KEPT} versions.`,
    columns: [{ key: 'value', title: '', digits: 0 }],
    rows: Object.entries(titles).map(([key, label]) => ({
      contender: 'adagia',
      label,
      figures: { value: medians[key] ?? null },
      samples: samples.map((sample) => ({ value: sample[key] ?? null })),
    })),
    bars: [
      { text: 'comparing two versions, ms', measured: medians.compareMs ?? null, is: 'at most', limit: 300 },
      { text: 'a year of versions, MB', measured: medians.yearMb ?? null, is: 'at most', limit: 100 },
    ],
  };
}

export const versionsScenario: Scenario = { name: 'versions', run: async (bench) => [await measure(bench)] };
