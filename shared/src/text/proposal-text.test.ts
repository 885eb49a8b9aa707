import { expect, it } from 'vitest';
import { readWorkplan } from '../plan/workplan.ts';
import { ka220In2026 } from '../programme/ka220-2026.ts';
import { outlineAnswers } from '../programme/outline.ts';
import type { Block } from './blocks.ts';
import { type ProposalTextInput, proposalMarkdown, proposalPlainText } from './proposal-text.ts';
import { textToBlocks } from './text-to-blocks.ts';

const organisationId = '00000000-0000-7000-8000-000000000001';
const workPackageId = '00000000-0000-7000-8000-000000000002';
const workplan = readWorkplan(
  new Map<string, string | number>([
    [`${workPackageId}/kind`, 'wp'],
    [`${workPackageId}/order`, 1],
    [`${workPackageId}/title`, 'Learning *kit*'],
  ]),
);
const written = new Map<string, Block[]>([
  ['answer:motivation', [{ kind: 'bullet', indent: 0, runs: [{ text: 'Because', format: { bold: true } }] }]],
  [`answer:wp_cost:${workPackageId}`, textToBlocks('Days and rates')],
]);
const input: ProposalTextInput = {
  title: 'Next Door Online',
  acronym: 'NEXTDOOR',
  subtitle: 'KA220 2026',
  answers: outlineAnswers({
    call: ka220In2026,
    organisations: [{ id: organisationId, legalName: 'Thalassa Learning Network' }],
    workplan,
  }),
  blocksOf: (key) => written.get(key) ?? textToBlocks(''),
};

it('writes every answer of the outline in portal order as plain text', () => {
  const text = proposalPlainText(input);
  expect(text.startsWith('NEXTDOOR: Next Door Online\n==========================\nKA220 2026\n')).toBe(true);
  let at = 0;
  for (const answer of input.answers) {
    const found = text.indexOf(`[${answer.question.prompt}]`, at);
    expect(found, answer.key).toBeGreaterThan(at);
    at = found;
  }
  expect(text).toContain(']\n- Because\n');
  expect(text).toContain('P1 Thalassa Learning Network\n----------------------------\n');
});

it('writes the same as Markdown, with names that cannot become markup', () => {
  const text = proposalMarkdown(input);
  expect(text).toContain('# NEXTDOOR: Next Door Online\n');
  expect(text).toContain('\n- **Because**\n');
  expect(text).toContain(String.raw`### WP1 Learning \*kit\*`);
  expect(text).toContain('\n\nDays and rates\n');
});
