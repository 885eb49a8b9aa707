// Undo what one person did: whose changes, from when, how it would be, and what of it is to be undone.
import { can } from '@adagia/shared/roles';
import { Container, Select, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { Waiting } from '../../../pages/require-me.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { problemText } from '../../../ui/show-problem.ts';
import { RestoredNote } from '../restoring/restored-note.tsx';
import { useVersionWords } from '../use-version-words.ts';
import { useVersionList } from '../use-versions.ts';
import { type Moment, momentsOf } from './moments.ts';
import { TracedPreview } from './traced-preview.tsx';
import classes from './undo-person.module.css';
import { useWriters } from './use-undo-person.ts';

export function UndoPersonPage() {
  const { t } = useTranslation('undoPerson');
  const { proposal } = useProposal();
  return (
    <Container size="md" py="lg">
      <Title order={1} size="h2">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="md" maw={720}>
        {t('intro')}
      </Text>
      <RestoredNote />
      {can(proposal.role, 'content.writeAll') ? <Choice /> : <EmptyState title={t('notYours')} />}
    </Container>
  );
}

/** In the address: it can be gone back to, and a link leads to it. */
function useChosen() {
  const search = useSearch({ from: '/p/$proposalId/undo' });
  const navigate = useNavigate({ from: '/p/$proposalId/undo' });
  const choose = (next: { person?: string; since?: string }) => void navigate({ search: next, replace: true });
  return { search, choose };
}

function Choice() {
  const { t } = useTranslation('undoPerson');
  const { search, choose } = useChosen();
  const [openedMs] = useState(Date.now);
  const list = useVersionList(false);
  const versions = list.data?.pages.flatMap((page) => page.versions) ?? [];
  const since = search.since ?? versions[0]?.at;
  if (list.error && !since) return <EmptyState title={problemText(list.error)} />;
  if (!since) return list.data ? <EmptyState title={t('noWriters')} /> : <Waiting />;
  return (
    <Fields
      moments={momentsOf(versions, openedMs, since)}
      since={since}
      person={search.person ?? null}
      onChoose={choose}
    />
  );
}

interface FieldsProps {
  moments: readonly Moment[];
  since: string;
  person: string | null;
  onChoose(next: { person?: string; since?: string }): void;
}

function Fields({ moments, since, person, onChoose }: FieldsProps) {
  const { t, i18n } = useTranslation('undoPerson');
  const { titleOf } = useVersionWords();
  const { data, error } = useWriters(since);
  const moment = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const labelOf = ({ at, version, ago }: Moment): string => {
    if (ago) return t(ago);
    return version ? t('ofVersion', { version: titleOf(version) }) : moment.format(new Date(at));
  };
  const people = data?.people ?? [];
  const chosen = people.find(({ id }) => id === person);
  return (
    <>
      <div className={classes.fields}>
        <Select
          label={t('from')}
          allowDeselect={false}
          searchable={moments.length > 8}
          value={since}
          onChange={(next) => onChoose({ ...(person && { person }), ...(next && { since: next }) })}
          data={moments.map((one) => ({ value: one.at, label: labelOf(one) }))}
        />
        <Select
          label={t('person')}
          placeholder={t('choosePerson')}
          allowDeselect={false}
          disabled={people.length === 0}
          value={chosen?.id ?? null}
          onChange={(next) => onChoose({ since, ...(next && { person: next }) })}
          data={people.map(({ id, name, lastAt }) => ({
            value: id,
            label: t('lastOf', { name, when: moment.format(new Date(lastAt)) }),
          }))}
        />
      </div>
      {error && !data && <EmptyState title={problemText(error)} />}
      {data && (
        <Text size="sm" c="dimmed" mb="md">
          {data.reachAt === null ? t('noReach') : t('reach', { when: moment.format(new Date(data.reachAt)) })}
        </Text>
      )}
      {data && people.length === 0 && <EmptyState title={t('noWriters')} />}
      {data?.reachAt && chosen && (
        <TracedPreview
          key={`${chosen.id} ${since}`}
          person={chosen.id}
          since={since}
          onDone={() => onChoose({ since })}
        />
      )}
    </>
  );
}
