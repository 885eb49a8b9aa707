// Who wrote each character of an answer: the words in the colours of their authors, with whoever is pointed at named, how much each
// wrote, and the same as a list. A copy as it was when it was opened; nothing is written in it.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { readAnswerAuthors } from '@adagia/shared/api/versions';
import { SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../api/call.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { Waiting } from '../../../pages/require-me.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { problemText } from '../../../ui/show-problem.ts';
import { sharesBySection } from '../authorship-shares.ts';
import { Shares } from '../shares.tsx';
import { useOrganisationOf } from '../use-organisations.ts';
import { type AuthoredPiece, authoredLines } from './authored-pieces.ts';
import { AuthoredText } from './authored-text.tsx';

/** The words of a piece that a list begins it with. */
const WORDS_MAX = 60;

export function AnswerAuthors({ answerKey }: { answerKey: AnswerKey }) {
  const { t, i18n } = useTranslation('versions');
  const { proposal } = useProposal();
  const organisationOf = useOrganisationOf();
  const [isByOrganisation, setByOrganisation] = useState(false);
  const { data, error } = useQuery({
    queryKey: [proposal.id, 'versions', 'authors', answerKey],
    queryFn: () => callApi(readAnswerAuthors, { proposalId: proposal.id, answerKey }, {}),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const lines = useMemo(() => (data ? authoredLines(data) : []), [data]);
  if (error && !data) return <EmptyState title={problemText(error)} />;
  if (!data) return <Waiting />;
  const pieces = lines.flatMap((line) => line.pieces);
  if (pieces.length === 0) return <EmptyState title={t('nothingWritten')} />;
  const personOf = (by: string | null) =>
    data.people.find(({ id }) => id === by) ?? { id: '', name: t(by === null ? 'noAuthor' : 'somebody') };
  const authorOf = isByOrganisation ? organisationOf : personOf;
  const day = momentFormat(i18n.language, { dateStyle: 'medium' });
  const words = ({ by, openedAt }: AuthoredPiece): string => {
    const who = by === null ? t('noAuthor') : [personOf(by).name, organisationOf(by).name].join(', ');
    return openedAt === null ? who : t('writtenFrom', { who, day: day.format(new Date(openedAt)) });
  };
  const texts = pieces.map(({ by, text }) => ({ root: '', by, characters: Array.from(text).length }));
  const [whole] = sharesBySection(texts, { sectionOf: () => '', nameOf: authorOf });
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('showAuthorsText')}
      </Text>
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label={t('colours')}
        value={isByOrganisation ? 'organisation' : 'person'}
        onChange={(value) => setByOrganisation(value === 'organisation')}
        data={[
          { value: 'person', label: t('byPerson') },
          { value: 'organisation', label: t('byOrganisation') },
        ]}
      />
      <Shares shares={whole?.shares ?? []} />
      <AuthoredText lines={lines} idOf={({ by }) => authorOf(by).id} wordsOf={words} />
      <details>
        <summary>{t('asList')}</summary>
        <ol>
          {pieces.map((piece) => (
            <li key={piece.index}>
              <Text span size="sm" fw={500}>
                <bdi>{words(piece)}</bdi>
              </Text>{' '}
              <Text span size="sm" c="dimmed">
                {piece.text.length > WORDS_MAX ? `${piece.text.slice(0, WORDS_MAX)}…` : piece.text}
              </Text>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
