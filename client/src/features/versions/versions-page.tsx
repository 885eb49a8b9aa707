// The versions of the proposal: their list, and what differs between the chosen one and the one before, another one, or now.
import type { Version } from '@adagia/shared/api/versions';
import { can } from '@adagia/shared/roles';
import { Button, Container, Group, SegmentedControl, Select, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FreezeButton } from '../freezing/freeze-button.tsx';
import { FreezesAndPackages } from '../freezing/freezes-and-packages.tsx';
import { PackButton } from '../freezing/pack-button.tsx';
import { Authorship } from './authorship.tsx';
import { Comparison } from './comparison.tsx';
import { NameForm } from './name-form.tsx';
import { RestoreVersion } from './restoring/restore-version.tsx';
import { RestoredNote } from './restoring/restored-note.tsx';
import { UndoPersonLink } from './undo-person/undo-person-link.tsx';
import { useVersionWords } from './use-version-words.ts';
import { useNameVersion, useVersionList } from './use-versions.ts';
import { VersionList } from './version-list.tsx';
import classes from './versions.module.css';

const NOW = 'now';
const PREVIOUS = 'previous';

type View = 'versions' | 'authors' | 'freezes';

export function VersionsPage() {
  const { t } = useTranslation(['versions', 'freezing']);
  const [view, setView] = useState<View>('versions');
  return (
    <Container size="xl" py="lg">
      <Title order={1} size="h2">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="md" maw={720}>
        {t('intro')}
      </Text>
      <Group mb="md">
        <SegmentedControl<View>
          aria-label={t('title')}
          value={view}
          onChange={setView}
          data={[
            { value: 'versions', label: t('title') },
            { value: 'authors', label: t('whoWrote') },
            { value: 'freezes', label: t('freezing:view') },
          ]}
        />
        <FreezeButton />
      </Group>
      {view === 'authors' && <Authorship />}
      {view === 'freezes' && <FreezesAndPackages />}
      {view === 'versions' && <Versions />}
    </Container>
  );
}

function Versions() {
  const { t } = useTranslation('versions');
  const { proposal } = useProposal();
  const [isNamedOnly, setNamedOnly] = useState(false);
  const list = useVersionList(isNamedOnly);
  const everything = useVersionList(false);
  const all = everything.data?.pages.flatMap((page) => page.versions) ?? [];
  const [chosen, setChosen] = useState<Version | null>(null);
  const [otherId, setOther] = useState<string>(NOW);
  const name = useNameVersion(setChosen);
  // One that is older than what is listed, or is named anew meanwhile, is still the one that was chosen.
  const version = (chosen && all.find(({ id }) => id === chosen.id)) ?? chosen ?? all[0] ?? null;
  const canName = can(proposal.role, 'version.name');
  // What it is compared with may be older than what is listed.
  const isPreviousMissing =
    version !== null && version.number > 1 && !all.some(({ number }) => number < version.number);
  const { hasNextPage, fetchNextPage } = everything;
  useEffect(() => {
    if (isPreviousMissing && hasNextPage) void fetchNextPage();
  }, [isPreviousMissing, hasNextPage, fetchNextPage]);
  return (
    <>
      {canName && (
        <NameForm label={t('nameNow')} isBusy={name.isPending} onName={(value) => name.mutate({ name: value })} />
      )}
      <div className={classes.page}>
        <VersionList
          list={list}
          isNamedOnly={isNamedOnly}
          onNamedOnly={setNamedOnly}
          selected={version?.id ?? null}
          onSelect={setChosen}
        />
        <div className={classes.detail}>
          {version ? (
            <Chosen
              version={version}
              all={all}
              otherId={otherId}
              onOther={setOther}
              canName={canName}
              onRenamed={setChosen}
            />
          ) : (
            list.data && <EmptyState title={t('empty')} />
          )}
        </div>
      </div>
    </>
  );
}

interface ChosenProps {
  version: Version;
  all: readonly Version[];
  otherId: string;
  onOther(id: string): void;
  canName: boolean;
  onRenamed(version: Version): void;
}

/** The older of the two is what is compared from. */
function pairOf(
  version: Version,
  all: readonly Version[],
  otherId: string,
): { from: Version; to: Version | null } | null {
  if (otherId === NOW) return { from: version, to: null };
  const previous = all.find(({ number }) => number < version.number);
  const other = otherId === PREVIOUS ? previous : all.find(({ id }) => id === otherId);
  if (!other) return null;
  return other.number < version.number ? { from: other, to: version } : { from: version, to: other };
}

function Chosen({ version, all, otherId, onOther, canName, onRenamed }: ChosenProps) {
  const { t } = useTranslation(['versions', 'freezing']);
  const { titleOf } = useVersionWords();
  const rename = useNameVersion(onRenamed);
  const [isNaming, setNaming] = useState(false);
  const others = all
    .filter(({ id }) => id !== version.id)
    .map((one) => ({ value: one.id as string, label: titleOf(one) }));
  const pair = pairOf(version, all, otherId);
  return (
    <>
      <div className={classes.detailHead}>
        <Title order={2} size="h4">
          <bdi>{titleOf(version)}</bdi>
        </Title>
        <RestoreVersion key={version.id} version={version} />
        <UndoPersonLink since={version.at} />
        <PackButton versionId={version.id} label={t('freezing:pack')} size="compact-sm" />
        {canName && (
          <Button size="compact-sm" variant="subtle" onClick={() => setNaming(!isNaming)} aria-expanded={isNaming}>
            {t(version.name === null ? 'giveName' : 'changeName')}
          </Button>
        )}
        {canName && version.name !== null && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => rename.mutate({ versionId: version.id, name: null })}
          >
            {t('removeName')}
          </Button>
        )}
      </div>
      {isNaming && (
        <NameForm
          key={version.id}
          label={t('name')}
          initial={version.name ?? ''}
          isBusy={rename.isPending}
          onName={(value) =>
            rename.mutate({ versionId: version.id, name: value }, { onSuccess: () => setNaming(false) })
          }
        />
      )}
      <Select
        className={classes.other}
        label={t('comparedWith')}
        allowDeselect={false}
        searchable={others.length > 8}
        value={otherId}
        onChange={(value) => onOther(value ?? NOW)}
        data={[{ value: NOW, label: t('now') }, { value: PREVIOUS, label: t('previousVersion') }, ...others]}
      />
      <RestoredNote />
      {pair ? <Comparison key={`${pair.from.id} ${pair.to?.id}`} {...pair} /> : <EmptyState title={t('noOther')} />}
    </>
  );
}
