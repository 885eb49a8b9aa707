// What is still missing, of whom, since when: one board for the coordinator, with a reminder at each line.
import { setIntakeDue } from '@adagia/shared/api/intake';
import { type ItemGroup, isOpen } from '@adagia/shared/intake/intake-items';
import { can } from '@adagia/shared/roles';
import { Container, Group, SegmentedControl, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { PageLink } from '../presence/page-link.tsx';
import { type BoardFilter, boardRows, filterRows, itemGroups } from './board-rows.ts';
import { BoardTable } from './board-table.tsx';
import { SaveNote } from './save-note.tsx';
import { useAutosave } from './use-autosave.ts';
import { useItems } from './use-items.ts';

/** The day that it is in Brussels. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(Date.now());

export function CollectPage() {
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const { proposal } = useProposal();
  const collected = useItems();
  const [filter, setFilter] = useState<BoardFilter>('all');
  const [group, setGroup] = useState<ItemGroup | ''>('');
  const canManage = can(proposal.role, 'organisation.manage');
  const dueOn = collected?.intake.dueOn ?? '';
  const rows = boardRows(collected?.organisations ?? [], dueOn, today());
  const shown = filterRows(rows, filter, group);
  const items = rows.flatMap((row) => row.items.filter(({ state }) => state !== 'not-needed'));
  const filters = { all: rows, open: filterRows(rows, 'open', ''), late: filterRows(rows, 'late', '') };
  return (
    <Container size="xl" py="lg">
      <Stack gap="md">
        <div>
          <Text size="sm">
            <PageLink page="partners">{t('toPartners')}</PageLink>
          </Text>
          <Title order={1} size="h2">
            {t('board.title')}
          </Title>
          <Text c="dimmed" role="status" data-board-count>
            {collected
              ? t('board.count', { done: items.filter((item) => !isOpen(item)).length, total: items.length })
              : common('loading')}
          </Text>
        </div>
        <Group align="flex-end" gap="md">
          {canManage && <DueField dueOn={dueOn} />}
          <SegmentedControl
            aria-label={t('board.filter')}
            data={(['all', 'open', 'late'] as const).map((value) => ({
              value,
              label: t(`board.${value}`, { count: filters[value].length }),
            }))}
            value={filter}
            onChange={(value) => setFilter(value)}
          />
          <Select
            label={t('board.item')}
            data={[
              { value: '', label: t('board.anyItem') },
              ...itemGroups.map((value) => ({ value, label: t(`item.${value}`) })),
            ]}
            value={group}
            allowDeselect={false}
            onChange={(value) => setGroup(value ?? '')}
          />
        </Group>
        {collected && (shown.length > 0 ? <BoardTable rows={shown} /> : <Text c="dimmed">{t('board.nobody')}</Text>)}
      </Stack>
    </Container>
  );
}

function DueField({ dueOn }: { dueOn: string }) {
  const { t } = useTranslation('partners');
  const { id: proposalId } = useProposal().proposal;
  const autosave = useAutosave('intake/due', {
    stored: dueOn,
    save: async (value) => {
      await callApi(setIntakeDue, { proposalId }, { dueOn: value });
      await refresh(proposalId, 'people');
    },
  });
  return (
    <div>
      <TextInput
        type="date"
        label={t('board.due')}
        value={autosave.value}
        onChange={(event) => autosave.change(event.currentTarget.value)}
        onBlur={() => autosave.commit()}
      />
      {autosave.state === 'failed' && <SaveNote field={autosave} />}
    </div>
  );
}
