// Begins a round: what is scored (the proposal as it is now, or a version that there is), by whom, until when.
import { openRound, type Round } from '@adagia/shared/api/evaluations';
import type { VersionId } from '@adagia/shared/api/versions';
import type { UserId } from '@adagia/shared/ids';
import { Button, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { useTask } from '../../ui/use-task.ts';
import { PageLink } from '../presence/page-link.tsx';
import { useVersionWords } from '../versions/use-version-words.ts';
import { useVersionList } from '../versions/use-versions.ts';
import classes from './evaluation.module.css';
import { EvaluatorSelect } from './evaluator-select.tsx';
import { useRefreshRounds } from './use-rounds.ts';

/** Not the id of a version. */
const NOW = 'now';
/** As the server has it. */
const NAME_MAX = 120;

interface OpenRoundProps {
  number: number;
  onOpened(round: Round): void;
  onCancel(): void;
}

export function OpenRound({ number, onOpened, onCancel }: OpenRoundProps) {
  const { t } = useTranslation('evaluation');
  const { proposal } = useProposal();
  const refresh = useRefreshRounds();
  const [isBusy, run] = useTask();
  const [copy, setCopy] = useState<string>(NOW);
  const [name, setName] = useState<string>(t('versionName', { number }));
  const [dueOn, setDueOn] = useState('');
  const [isAnonymous, setAnonymous] = useState(true);
  const [evaluatorIds, setEvaluators] = useState<UserId[]>([]);
  const isComplete = evaluatorIds.length > 0 && (copy !== NOW || name.trim() !== '');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    const scored = copy === NOW ? { name: name.trim() } : { versionId: copy as VersionId };
    run(async () => {
      const body = { copy: scored, dueOn, isAnonymous, evaluatorIds };
      const round = await callApi(openRound, { proposalId: proposal.id }, body);
      await refresh();
      onOpened(round);
    });
  };
  return (
    <form className={classes.card} onSubmit={submit} aria-label={t('open')}>
      <Stack gap="sm">
        <CopySelect value={copy} onChange={setCopy} />
        {copy === NOW && (
          <TextInput
            label={t('copyName')}
            description={t('copyNameHint')}
            value={name}
            maxLength={NAME_MAX}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        )}
        <EvaluatorSelect label={t('evaluators')} taken={[]} value={evaluatorIds} onChange={setEvaluators} />
        <Text size="sm" c="dimmed">
          {t('outsiders')}{' '}
          <PageLink page="people" isInText>
            {t('toPeople')}
          </PageLink>
        </Text>
        <TextInput
          type="date"
          label={t('dueOn')}
          value={dueOn}
          onChange={({ currentTarget }) => setDueOn(currentTarget.value)}
        />
        <Switch
          label={t('anonymous')}
          description={t('anonymousHint')}
          checked={isAnonymous}
          onChange={({ currentTarget }) => setAnonymous(currentTarget.checked)}
        />
        <Group>
          <Button type="submit" loading={isBusy} disabled={!isComplete}>
            {t('openNow')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function CopySelect({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { t } = useTranslation('evaluation');
  const { titleOf } = useVersionWords();
  const named = useVersionList(true);
  const versions = named.data?.pages.flatMap((page) => page.versions) ?? [];
  return (
    <Select
      label={t('scored')}
      description={t('scoredHint')}
      allowDeselect={false}
      searchable={versions.length > 8}
      value={value}
      onChange={(chosen) => onChange(chosen ?? NOW)}
      data={[
        { value: NOW, label: t('asItIsNow') },
        ...versions.map((one) => ({ value: one.id as string, label: titleOf(one) })),
      ]}
    />
  );
}
