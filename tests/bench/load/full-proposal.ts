// A full KA220 proposal as the exchange file: 97 answers with 219,000 characters together, in paragraphs, five organisations
// and five work packages. Words are made up from a seed; the structure is that of the worked example.
import { readFileSync } from 'node:fs';
import type { ProposalFileInput } from '@adagia/shared/exchange/proposal-file';
import { questionsOf } from '@adagia/shared/exchange/proposal-file-names';
import { calls } from '@adagia/shared/programme/calls';
import { createRandom } from './random.ts';

const CHARACTERS = 219_000;
const example = new URL('../../../server/src/demo/nextdoor.json', import.meta.url);
const words =
  'partner mentor learner town library training peer course evidence visit result quality older young digital';

function prose(length: number, random: () => number): string {
  const list = words.split(' ');
  let text = '';
  while (text.length < length) {
    const end = random() < 0.02 ? '.\n' : random() < 0.1 ? '. ' : ' ';
    text += `${list[Math.floor(random() * list.length)] ?? ''}${end}`;
  }
  return text.slice(0, length).replace(/\s$/, '.');
}

/** Names as the file has them: 'motivation', 'org_present_P2', 'wp_cost_WP3', with the limit of each. */
function namesOf(file: ProposalFileInput): [string, number][] {
  const call = calls.find(({ id }) => id === 'KA220-2026');
  const packages = (file.work_packages ?? []).slice(1);
  const objects = {
    project: [''],
    organisation: file.organisations.map(({ id }) => `_${id}`),
    work_package: packages.map(({ id }) => `_${id}`),
    activity: packages.flatMap(({ activities = [] }) => activities.map(({ id }) => `_${id}`)),
  };
  const questions = call ? [...questionsOf(call).values()].filter(({ type }) => type === 'text') : [];
  return questions.flatMap(({ id, repeat, limit }) =>
    objects[repeat].map((suffix): [string, number] => [id + suffix, limit?.value ?? 1000]),
  );
}

export function fullProposal(): { file: ProposalFileInput; answers: number; characters: number } {
  const file = JSON.parse(readFileSync(example, 'utf8')) as ProposalFileInput;
  const names = namesOf(file);
  const room = names.reduce((sum, [, limit]) => sum + limit, 0);
  const random = createRandom(1500);
  const texts = names.map(([name, limit]): [string, string] => [
    name,
    prose(Math.round((limit * CHARACTERS) / room), random),
  ]);
  const characters = texts.reduce((sum, [, text]) => sum + text.length, 0);
  return { file: { ...file, answers: Object.fromEntries(texts) }, answers: texts.length, characters };
}
