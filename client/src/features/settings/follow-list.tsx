// Which sections I am told of. Until I choose, those in which I have a part.
import { type Follow, listFollows, setFollow } from '@adagia/shared/api/notices';
import { SimpleGrid, Switch, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { useTask } from '../../ui/use-task.ts';

export function FollowList() {
  const { t } = useTranslation('inbox');
  const { proposal, call } = useProposal();
  const client = useQueryClient();
  const queryKey = [proposal.id, 'follows'];
  const params = { proposalId: proposal.id };
  const { data = [] } = useQuery({ queryKey, queryFn: () => callApi(listFollows, params, {}) });
  const [, run] = useTask();
  const change = ({ sectionId }: Follow, isFollowed: boolean) =>
    run(async () => client.setQueryData(queryKey, await callApi(setFollow, params, { sectionId, isFollowed })));
  return (
    <section aria-label={t('follows')}>
      <Title order={2} size="h4">
        {t('follows')}
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        {t('followsText')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        {data.map((one) => (
          <Switch
            key={one.sectionId}
            label={call.sections.find(({ id }) => id === one.sectionId)?.title ?? one.sectionId}
            checked={one.isFollowed}
            onChange={(event) => change(one, event.currentTarget.checked)}
          />
        ))}
      </SimpleGrid>
    </section>
  );
}
