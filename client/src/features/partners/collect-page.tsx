// What is still missing, of whom, since when: one board for the coordinator, with a reminder at each line.
import { type ItemGroup, isOpen } from '@adagia/shared/intake/intake-items';
import { can } from '@adagia/shared/roles';
import { Container, Group, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { PageLink } from '../presence/page-link.tsx';
import { ChaseTasks } from '../tasks/chase-tasks.tsx';
import { type BoardFilter, boardRows, filterRows, itemGroups, today } from './board-rows.ts';
import { BoardTable } from './board-table.tsx';
import { DueOfAll } from './due-fields.tsx';
import { useItems } from './use-items.ts';

export function CollectPage() {
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const { proposal } = useProposal();
  const collected = useItems();
  const [filter, setFilter] = useState<BoardFilter>('all');
  const [group, setGroup] = useState<ItemGroup | ''>('');
  const canManage = can(proposal.role, 'organisation.manage');
  const dueOn = collected?.intake.dueOn ?? '';
  const rows = boardRows(collected?.organisations ?? [], today());
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
          {canManage && <DueOfAll dueOn={dueOn} />}
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
        {collected &&
          (shown.length > 0 ? <BoardTable rows={shown} dueOn={dueOn} /> : <Text c="dimmed">{t('board.nobody')}</Text>)}
        <ChaseTasks isLateOnly={filter === 'late'} />
      </Stack>
    </Container>
  );
}
