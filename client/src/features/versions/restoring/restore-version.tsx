// Asks what of a version is to hold again, shows what that would change and what it leaves, and restores it.
import type { Version } from '@adagia/shared/api/versions';
import { BUDGET_SECTION, PLAN_SECTION } from '@adagia/shared/writing-rights';
import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { useWritingRights } from '../../../app/use-writing-rights.ts';
import { Waiting } from '../../../pages/require-me.tsx';
import { useObservable } from '../../../session/observable.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PassingDialog } from '../../../ui/passing-dialog.tsx';
import { problemText } from '../../../ui/show-problem.ts';
import { useTask } from '../../../ui/use-task.ts';
import { useVersionWords } from '../use-version-words.ts';
import { useVersionContent } from '../use-versions.ts';
import { LeftAlone } from './left-alone.tsx';
import { type Source, useRestoring } from './use-restoring.ts';

const EVERYTHING = '*';

export function RestoreVersion({ version }: { version: Version }) {
  const { t } = useTranslation(['versions', 'common']);
  const { titleOf } = useVersionWords();
  const { session } = useProposal();
  const { canWrite, suggestsOnly } = useWritingRights();
  const isWriting = useObservable(session.canWrite);
  const [isOpen, setOpen] = useState(false);
  if (!canWrite || suggestsOnly || !isWriting) return null;
  const title = titleOf(version);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('restoreMore')}
      </Button>
      {isOpen && (
        <PassingDialog
          size="lg"
          title={t('restoreVersion', { version: title })}
          closeButtonProps={{ 'aria-label': t('common:close') }}
          onClose={() => setOpen(false)}
        >
          <Content version={version} title={title} onDone={() => setOpen(false)} />
        </PassingDialog>
      )}
    </>
  );
}

function Content({ version, title, onDone }: { version: Version; title: string; onDone(): void }) {
  const { data, error } = useVersionContent(version.id);
  const source = useMemo(
    () => data && { title, parts: new Map(data.parts.map(({ root, part }) => [root, part])) },
    [data, title],
  );
  if (error) return <EmptyState title={problemText(error)} />;
  return source ? <Choice source={source} onDone={onDone} /> : <Waiting />;
}

function Choice({ source, onDone }: { source: Source; onDone(): void }) {
  const { t } = useTranslation(['versions', 'common']);
  const { session, call } = useProposal();
  const restoring = useRestoring(source);
  const choose = (value: string) => {
    const sectionId = value === EVERYTHING ? null : value;
    return { value, sectionId, plan: restoring.plan(sectionId) };
  };
  // As it is when one chooses; what is done is planned anew, at the moment in which it is done.
  const [{ value, sectionId, plan }, setChosen] = useState(() => choose(EVERYTHING));
  const [isBusy, run] = useTask();
  const isSaved = useObservable(session.saveState).kind === 'saved';
  const counts = restoring.countsOf(plan);
  const sections = call.sections.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Stack gap="sm">
      <Text size="sm">{t('restoreIntro')}</Text>
      <Select
        label={t('restoreWhat')}
        allowDeselect={false}
        value={value}
        onChange={(next) => setChosen(choose(next ?? EVERYTHING))}
        data={[
          { value: EVERYTHING, label: t('everything') },
          ...sections,
          { value: PLAN_SECTION, label: t('root.plan') },
          { value: BUDGET_SECTION, label: t('root.budget') },
        ]}
      />
      <div role="status">
        <Title order={3} size="h6">
          {t('wouldChange')}
        </Title>
        {counts.length === 0 && <Text size="sm">{t('nothingToRestore')}</Text>}
        <ul>
          {counts.map((count) => (
            <li key={count}>{count}</li>
          ))}
        </ul>
      </div>
      <LeftAlone plan={plan} />
      {!isSaved && <Text size="sm">{t('notSavedYet')}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
        <Button
          color="red"
          loading={isBusy}
          disabled={counts.length === 0 || !isSaved}
          onClick={() => run(() => restoring.restore(sectionId).then(onDone))}
        >
          {t('restoreNow')}
        </Button>
      </Group>
    </Stack>
  );
}
