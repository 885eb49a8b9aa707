// The versions, newest first, by day: who changed something until then, and its name where it has one.
import type { Version, VersionId } from '@adagia/shared/api/versions';
import { Button, Switch, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { momentFormat } from '../../i18n/time-zone.ts';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PersonBadge } from '../../ui/person-badge.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { useVersionWords } from './use-version-words.ts';
import type { useVersionList } from './use-versions.ts';
import classes from './versions.module.css';

interface VersionListProps {
  list: ReturnType<typeof useVersionList>;
  isNamedOnly: boolean;
  onNamedOnly(isOn: boolean): void;
  selected: VersionId | null;
  onSelect(version: Version): void;
}

export function VersionList({ list, isNamedOnly, onNamedOnly, selected, onSelect }: VersionListProps) {
  const { t, i18n } = useTranslation('versions');
  const versions = list.data?.pages.flatMap((page) => page.versions) ?? [];
  const dayFormat = momentFormat(i18n.language, { dateStyle: 'full' });
  const days = Map.groupBy(versions, (version) => dayFormat.format(new Date(version.at)));
  return (
    <nav aria-label={t('title')} className={classes.list}>
      <Switch
        label={t('namedOnly')}
        checked={isNamedOnly}
        onChange={({ currentTarget }) => onNamedOnly(currentTarget.checked)}
      />
      {list.error && !list.data && <EmptyState title={problemText(list.error)} />}
      {!list.data && !list.error && <Waiting />}
      {list.data && versions.length === 0 && (
        <Text size="sm" c="dimmed" mt="md">
          {t(isNamedOnly ? 'emptyNamed' : 'empty')}
        </Text>
      )}
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <Title order={2} size="h6" mt="md" mb={4}>
            {day}
          </Title>
          <ol className={classes.versions}>
            {ofDay.map((version) => (
              <li key={version.id}>
                <VersionLine version={version} isSelected={version.id === selected} onSelect={onSelect} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </nav>
  );
}

interface VersionLineProps {
  version: Version;
  isSelected: boolean;
  onSelect(version: Version): void;
}

function VersionLine({ version, isSelected, onSelect }: VersionLineProps) {
  const { t } = useTranslation('versions');
  const { timeOf } = useVersionWords();
  const { authors, name } = version;
  return (
    <UnstyledButton
      className={classes.version}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => onSelect(version)}
    >
      {name !== null && (
        <Text size="sm" fw={600}>
          <bdi>{name}</bdi>
        </Text>
      )}
      <Text size={name === null ? 'sm' : 'xs'} component="time" dateTime={version.at}>
        {timeOf(version)}
      </Text>
      <ul className={classes.authors} aria-label={t('authors')}>
        {authors.map((author) => (
          <li key={author.id}>
            <PersonBadge id={author.id} name={author.name} size={18} />
            <Text size="xs" c="dimmed" truncate>
              <bdi>{author.name}</bdi>
            </Text>
          </li>
        ))}
        {authors.length === 0 && (
          <li>
            <Text size="xs" c="dimmed">
              {t(version.number === 1 ? 'beginning' : 'noAuthors')}
            </Text>
          </li>
        )}
      </ul>
    </UnstyledButton>
  );
}
