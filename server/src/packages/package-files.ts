// The files of a dated package, from a version alone: the same version gives the same bytes, whoever asks and whenever. So there are no
// moments in them, no names of people, and nothing of what only some may see. manifest.json, which has moment and person, is sealed around
// them (seal-package.ts).
import { writeProposalFile } from '@adagia/shared/exchange/write-proposal-file';
import { readWorkplan } from '@adagia/shared/plan/workplan';
import { outlineAnswers } from '@adagia/shared/programme/outline';
import type { Call } from '@adagia/shared/programme/schema';
import { formLanguage, shownBlocks } from '@adagia/shared/references/shown-content';
import { type ProposalTextInput, proposalMarkdown, proposalPlainText } from '@adagia/shared/text/proposal-text';
import type { VersionPart } from '@adagia/shared/versions/version-part';
import { budgetTable, planTable } from './package-tables.ts';
import { versionContent } from './version-content.ts';

export interface PackageInput {
  call: Call;
  sector: string;
  parts: ReadonlyMap<string, VersionPart>;
}

export interface PackageFile {
  name: string;
  bytes: Uint8Array;
}

/** By name. */
export function packageFiles({ call, sector, parts }: PackageInput): PackageFile[] {
  const { content, organisations, suggestedOf } = versionContent(parts);
  const { facts, plan, budget } = content;
  const rules = { call, sector, organisations, facts, plan, budget };
  const file = writeProposalFile({
    call,
    sector,
    organisations,
    content,
    suggestedOf,
    // What only their own people and coordinators see is in no package: it would differ by who makes it.
    collected: new Map(),
    // Names change, and people may have theirs taken out: who suggested is not what a package proves.
    nameOf: () => '',
  });
  const text: ProposalTextInput = {
    title: String(facts.get('title') ?? ''),
    acronym: String(facts.get('acronym') ?? ''),
    subtitle: [call.action, call.actionLabel, String(call.year)].join(' · '),
    answers: outlineAnswers({ call, organisations, workplan: readWorkplan(plan) }, formLanguage(facts)),
    blocksOf: shownBlocks(rules, content.blocksOf),
  };
  const files: Record<string, string> = {
    'answers.md': proposalMarkdown(text),
    'answers.txt': proposalPlainText(text),
    'budget.csv': budgetTable(file),
    'plan.csv': planTable(file),
    'proposal.json': `${JSON.stringify(file, null, 2)}\n`,
  };
  const encoder = new TextEncoder();
  return Object.entries(files).map(([name, words]) => ({ name, bytes: encoder.encode(words) }));
}
