// Organisations by items: how far each is, when it was reminded, and the button that reminds it.
import { sendReminder } from '@adagia/shared/api/intake';
import { can } from '@adagia/shared/roles';
import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { showProblem } from '../../ui/show-problem.ts';
import { PageLink } from '../presence/page-link.tsx';
import { type BoardCell, type BoardRow, itemGroups } from './board-rows.ts';
import { DueOfOne } from './due-fields.tsx';
import classes from './intake.module.css';
import { ItemStateMark } from './item-state.tsx';
import { OrganisationLink } from './organisation-link.tsx';

interface BoardProps {
  rows: readonly BoardRow[];
  /** The day of all, 'YYYY-MM-DD' or ''. */
  dueOn: string;
}

export function BoardTable({ rows, dueOn }: BoardProps) {
  const { t } = useTranslation('partners');
  const canManage = can(useProposal().proposal.role, 'organisation.manage');
  return (
    // Wider than a telephone: it is scrolled sideways, by keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.board} role="region" aria-label={t('board.title')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('board.organisation')}</th>
            {itemGroups.map((group) => (
              <th key={group} scope="col">
                {t(`item.${group}`)}
              </th>
            ))}
            {canManage && <th scope="col">{t('board.due')}</th>}
            <th scope="col">{t('board.reminder')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.organisation.id} data-board-row={row.number} data-open={row.open}>
              <th scope="row">
                {row.number} <OrganisationLink organisation={row.organisation} />
                {row.isLate && <div className={classes.late}>{t('board.overdue')}</div>}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.group} data-group={cell.group}>
                  <Cell cell={cell} />
                </td>
              ))}
              {canManage && (
                <td>
                  <DueOfOne row={row} dueOn={dueOn} />
                </td>
              )}
              <td>
                <Reminder row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell: { state, done, total } }: { cell: BoardCell }) {
  const { t } = useTranslation('partners');
  if (state === null)
    return (
      <Text span size="xs" c="dimmed">
        {t('board.notAsked')}
      </Text>
    );
  return (
    <>
      <ItemStateMark state={state} />
      {total > 1 && (
        <Text size="xs" c="dimmed">
          {t('board.ofTotal', { done, total })}
        </Text>
      )}
    </>
  );
}

function Reminder({ row: { organisation, intake, open } }: { row: BoardRow }) {
  const { t, i18n } = useTranslation('partners');
  const { proposal } = useProposal();
  const [isBusy, setBusy] = useState(false);
  const canManage = can(proposal.role, 'organisation.manage');
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const remind = async () => {
    setBusy(true);
    try {
      const place = { proposalId: proposal.id, organisationId: organisation.id };
      const { recipients } = await callApi(sendReminder, place, {});
      notifications.show({ color: 'green', message: t('board.reminded', { count: recipients }) });
      await refresh(proposal.id, 'people');
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {canManage && open > 0 && intake.reachable > 0 && (
        <Button
          size="compact-sm"
          variant="light"
          loading={isBusy}
          leftSection={<IconMail size={14} aria-hidden />}
          aria-label={t('board.remindWhom', { name: organisation.legalName })}
          onClick={() => void remind()}
        >
          {t('board.remind')}
        </Button>
      )}
      <Text size="xs" c="dimmed">
        {open > 0 && intake.reachable === 0 && (
          <>
            {t('board.nobodyThere')}{' '}
            {canManage && (
              <PageLink page="people" isInText>
                {t('board.invite')}
              </PageLink>
            )}
          </>
        )}
        {intake.lastReminderAt && t('board.last', { when: when.format(new Date(intake.lastReminderAt)) })}
      </Text>
    </>
  );
}
