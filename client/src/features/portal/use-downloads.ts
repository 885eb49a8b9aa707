// The whole proposal as a file, made here from what this device shows: works offline too.

import type { FieldValue } from '@adagia/shared/document';
import { type ProposalTextInput, proposalMarkdown, proposalPlainText } from '@adagia/shared/text/proposal-text';
import { useContext } from 'react';
import { noteExport } from '../../api/note-export.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { fileNameOf, saveFile } from '../../ui/save-file.ts';
import { blocksOf } from '../narrative/answer-text.ts';
import { useOutline } from '../narrative/use-outline.ts';
import { CopyReadingContext } from './copy-reading.ts';

export function useDownloads(): { asText(): void; asMarkdown(): void } {
  const { proposal, session, call } = useProposal();
  const { answers } = useOutline();
  const reading = useContext(CopyReadingContext);
  const input = (): ProposalTextInput => {
    const facts = session.doc.getMap<FieldValue>('facts');
    return {
      title: String(facts.get('title') ?? proposal.title),
      acronym: String(facts.get('acronym') ?? proposal.acronym),
      subtitle: [call.action, call.actionLabel, String(call.year)].join(' · '),
      answers,
      blocksOf: (key) => blocksOf(session.doc, key, reading),
    };
  };
  const name = fileNameOf(proposal.acronym || proposal.title);
  const save = (extension: string, content: string, type: string) => {
    saveFile(`${name}.${extension}`, content, `${type};charset=utf-8`);
    noteExport(proposal.id);
  };
  return {
    asText: () => save('txt', proposalPlainText(input()), 'text/plain'),
    asMarkdown: () => save('md', proposalMarkdown(input()), 'text/markdown'),
  };
}
