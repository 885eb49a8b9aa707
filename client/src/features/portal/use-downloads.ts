// The whole proposal as a file, made here from what this device shows: works offline too.

import type { FieldValue } from '@adagia/shared/document';
import { type ProposalTextInput, proposalMarkdown, proposalPlainText } from '@adagia/shared/text/proposal-text';
import { useProposal } from '../../app/proposal-context.ts';
import { blocksOf } from '../narrative/answer-text.ts';
import { useOutline } from '../narrative/use-outline.ts';

/** Milliseconds until the address of the file is given back: the browser has begun to save it by then. */
const RELEASE_AFTER_MS = 10_000;

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_AFTER_MS);
}

export function useDownloads(): { asText(): void; asMarkdown(): void } {
  const { proposal, session, call } = useProposal();
  const { answers } = useOutline();
  const input = (): ProposalTextInput => {
    const facts = session.doc.getMap<FieldValue>('facts');
    return {
      title: String(facts.get('title') ?? proposal.title),
      acronym: String(facts.get('acronym') ?? proposal.acronym),
      subtitle: [call.action, call.actionLabel, String(call.year)].join(' · '),
      answers,
      blocksOf: (key) => blocksOf(session.doc, key),
    };
  };
  const name = (proposal.acronym || proposal.title).replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60) || 'proposal';
  return {
    asText: () => save(`${name}.txt`, 'text/plain', proposalPlainText(input())),
    asMarkdown: () => save(`${name}.md`, 'text/markdown', proposalMarkdown(input())),
  };
}
