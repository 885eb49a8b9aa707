// A whole KA220 application as it is when it is nearly done: the worked example with every text question answered, 97 answers
// and 219,000 characters, with lists, headings and bold words. The same seed makes the same words.
import { readFileSync } from 'node:fs';
import type { ProposalFileInput } from '@adagia/shared/exchange/proposal-file';
import { ka220In2026 } from '@adagia/shared/programme/ka220-2026';
import { isWritten } from '@adagia/shared/programme/outline';
import { createRandom, type Random } from '@adagia/shared/random';

/** Of a typical application, as counted in the collected forms. */
export const FULL_ANSWERS = 97;
export const FULL_CHARACTERS = 219_000;

type Blocks = NonNullable<ProposalFileInput['formatted_answers']>[string];
type Kind = Blocks[number]['kind'];

interface Place {
  name: string;
  limit: number;
}

const words =
  'partner library older residents learning digital mentor village training results quality budget meeting report volunteers inclusion evaluation dissemination impact needs survey workshop material online community'.split(
    ' ',
  );
const kinds: readonly Kind[] = ['paragraph', 'paragraph', 'paragraph', 'bullet', 'bullet', 'number', 'h3', 'quote'];

/** Every question with a text, once for each object that it repeats for. */
function places(file: ProposalFileInput): Place[] {
  const objects: Record<string, readonly string[]> = {
    project: [''],
    organisation: file.organisations.map(({ id }) => `_${id}`),
    // Work package 1 is project management and has questions of its own.
    work_package: (file.work_packages ?? []).slice(1).map(({ id }) => `_${id}`),
    activity: (file.work_packages ?? []).flatMap((one) => (one.activities ?? []).map(({ id }) => `_${id}`)),
  };
  const questions = ka220In2026.sections.flatMap(({ groups }) => groups.flatMap((group) => group.questions));
  return (
    questions
      // The summary in English is asked for only where the proposal is in another language.
      .filter((question) => isWritten(question) && !question.id.endsWith('_en'))
      .flatMap(({ id, repeat, limit }) =>
        (objects[repeat] ?? []).map((suffix) => ({ name: id + suffix, limit: limit?.value ?? 2000 })),
      )
  );
}

function write(random: Random, length: number): Blocks {
  const blocks: Blocks = [];
  for (let left = length; left > 0; ) {
    const kind = random.pick(kinds);
    let text = '';
    const wanted = Math.min(left, kind === 'h3' ? 30 : 80 + random.below(400));
    while (text.length < wanted) text += `${random.pick(words)} `;
    const half = text.indexOf(' ', wanted / 2) + 1;
    const runs = [
      { text: text.slice(0, half) },
      { text: text.slice(half).slice(0, wanted - half), bold: true as const },
    ];
    blocks.push({ kind, runs: random.chance(0.3) ? runs : [{ text: text.slice(0, wanted) }] });
    left -= wanted + 1;
  }
  return blocks;
}

export function workedExample(): ProposalFileInput {
  const path = new URL('../../../server/src/demo/nextdoor.json', import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as ProposalFileInput;
}

/** @param file whose questions are answered */
export function fullProposal(seed = 1, file = workedExample()): ProposalFileInput {
  const random = createRandom(seed);
  const all = places(file);
  const share = FULL_CHARACTERS / all.reduce((sum, { limit }) => sum + limit, 0);
  const answers = all.map(({ name, limit }) => [name, write(random, Math.round(limit * share))]);
  return { ...file, answers: {}, formatted_answers: Object.fromEntries(answers) as Record<string, Blocks> };
}
