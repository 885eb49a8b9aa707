// Proposals that were deleted and can still be brought back, for those who coordinate them.
import { type DeletedProposal, listDeleted, restoreProposal } from '@adagia/shared/api/portfolio';
import { Button, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refreshProposals } from '../../api/queries.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { useTask } from '../../ui/use-task.ts';
import classes from './home.module.css';

/** Begins as the list of proposals does, so that one refresh is for both. */
const BIN = ['proposals', 'bin'];

export function Bin() {
  const { t } = useTranslation('home');
  const { data = [] } = useQuery({ queryKey: BIN, queryFn: () => callApi(listDeleted, {}, {}) });
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="bin">
      <Title order={2} size="h4" id="bin" mt="xl">
        {t('bin')}
      </Title>
      <ul className={classes.list}>
        {data.map((one) => (
          <Deleted key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Deleted({ one }: { one: DeletedProposal }) {
  const { t, i18n } = useTranslation('home');
  const client = useQueryClient();
  const [isBusy, run] = useTask();
  const when = momentFormat(i18n.language, { dateStyle: 'long' }).format(new Date(one.erasedAt));
  const name = one.acronym || one.title;
  const restore = async () => {
    await callApi(restoreProposal, { proposalId: one.id }, {});
    await Promise.all([refreshProposals(), client.invalidateQueries({ queryKey: BIN })]);
  };
  return (
    <li className={classes.row}>
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {t('erasedOn', { when })}
        </Text>
      </div>
      <Button variant="light" loading={isBusy} aria-label={t('restoreNamed', { name })} onClick={() => run(restore)}>
        {t('restore')}
      </Button>
    </li>
  );
}
