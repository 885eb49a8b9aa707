// A Word file of what this device shows: works offline too. What it may hold, and who may have it, is what the pages show.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Thread } from '@adagia/shared/api/review';
import { type FieldValue, PLAN } from '@adagia/shared/document';
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import { type DeltaOp, deltaToBlocks } from '@adagia/shared/text/blocks';
import { nameOfFileAuthor } from '@adagia/shared/text/file-authors';
import { runText, withPlainReferences } from '@adagia/shared/text/references';
import { hasSuggestions } from '@adagia/shared/text/suggestion-readings';
import { useTranslation } from 'react-i18next';
import { noteExport } from '../../../api/note-export.ts';
import { useThreads } from '../../../api/queries.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { referenceSourceOf } from '../../../session/reference-source.ts';
import { fileNameOf, saveFile } from '../../../ui/save-file.ts';
import { useCountryName } from '../../../ui/use-country-name.ts';
import { useOutline } from '../../narrative/use-outline.ts';
import { useProject } from '../../plan/use-project.ts';
import type { WordAnswerBlock } from '../tracked.ts';
import { trackedBlocks } from '../write/tracked-blocks.ts';
import { projectTables, type TableWords } from './project-tables.ts';
import { type NamedTable, wordParts, wordThreads } from './word-parts.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** tracked: as changes that Word lets somebody accept or reject. */
export type SuggestionsIn = 'tracked' | 'accepted' | 'base';
export type CommentsIn = 'open' | 'all' | 'none';

export interface WordChoice {
  comments: CommentsIn;
  suggestions: SuggestionsIn;
  /** null: the whole proposal, with its tables. */
  answers: readonly OutlineAnswer[] | null;
  /** Behind the proposal's own in the file's name; '' for none. */
  name: string;
}

const none: readonly Thread[] = [];

function useTables() {
  const { t, i18n } = useTranslation(['word', 'partners']);
  const project = useProject(PLAN);
  const countryName = useCountryName();
  return (): NamedTable[] => {
    const words: TableWords['words'] = {
      organisations: t('organisations'),
      workplan: t('workplan'),
      budget: t('budget'),
      number: t('number'),
      organisation: t('organisation'),
      country: t('country'),
      city: t('city'),
      role: t('partners:role'),
      oid: 'OID',
      title: t('title'),
      months: t('monthsColumn'),
      lead: t('lead'),
      participants: t('participants'),
      total: t('sum'),
    };
    const roleName = (role: string) => t(`partners:roles.${role as 'applicant' | 'partner' | 'associated'}`);
    return projectTables(project, { words, roleName, countryName, locale: i18n.language });
  };
}

type Reader = (key: AnswerKey, reading: SuggestionsIn) => readonly WordAnswerBlock[];

/** @returns the blocks of an answer with live references in their words of today */
function useReader(): Reader {
  const { t } = useTranslation('word');
  const { proposal, session } = useProposal();
  const { doc } = session;
  const nameOf = (author: string) =>
    nameOfFileAuthor(author) ?? proposal.members.find(({ userId }) => userId === author)?.name ?? t('somebody');
  return (key, reading) => {
    const text = doc.getText(key);
    const [delta, last] = [text.toDelta() as DeltaOp[], text.getAttributes() as Record<string, unknown>];
    const { read } = referenceSourceOf(doc);
    if (reading !== 'tracked') return withPlainReferences(deltaToBlocks(delta, last, reading), read);
    return trackedBlocks(delta, last, nameOf).map((block) => ({
      ...block,
      runs: block.runs.map(({ ref, ...run }) => ({ ...run, text: runText({ ...run, ...(ref && { ref }) }, read) })),
    }));
  };
}

function useHead() {
  const { proposal, session, call } = useProposal();
  return () => {
    const facts = session.doc.getMap<FieldValue>('facts');
    const title = String(facts.get('title') ?? proposal.title);
    const acronym = String(facts.get('acronym') ?? proposal.acronym);
    return {
      title: acronym ? `${acronym}: ${title}` : title,
      subtitle: [call.action, call.actionLabel, String(call.year)].join(' · '),
    };
  };
}

export function useWordExport() {
  const { proposal, session } = useProposal();
  const { answers, language } = useOutline();
  const threads = useThreads(proposal.id).data ?? none;
  const [tables, blocksOf, head] = [useTables(), useReader(), useHead()];
  const hasOwn = ({ key }: OutlineAnswer): boolean => {
    const text = session.doc.getText(key);
    return hasSuggestions(text.toDelta() as DeltaOp[], text.getAttributes());
  };
  const save = async ({ comments, suggestions, answers: some, name }: WordChoice): Promise<void> => {
    const written = comments === 'none' ? [] : wordThreads(threads, comments === 'all');
    const ids = new Set(written.map(({ id }) => id));
    const parts = wordParts({
      answers: some ?? answers,
      blocksOf: (key) => blocksOf(key, suggestions),
      threads: threads.filter(({ id }) => ids.has(id)),
      tables: some ? [] : tables(),
    });
    const { writeWord } = await import('../write/write-word.ts');
    const bytes = await writeWord({ ...head(), language: language.toLowerCase(), threads: written, parts });
    const file = [proposal.acronym || proposal.title, name].filter(Boolean).join('-');
    saveFile(`${fileNameOf(file)}.docx`, bytes, DOCX);
    noteExport(proposal.id);
  };
  return {
    /** Whether there are any to choose about. */
    hasSuggestions: () => answers.some(hasOwn),
    hasThreads: threads.length > 0,
    save,
  };
}
