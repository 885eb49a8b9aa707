// Who asks to be let in, and the coordinator's answer: with which role and for which organisation, or not.
import { type AccessRequest, declineAccess, grantAccess } from '@adagia/shared/api/entering';
import type { OrganisationId } from '@adagia/shared/ids';
import type { Role } from '@adagia/shared/roles';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useAccessRequests } from '../../api/entering-queries.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { showProblem } from '../../ui/show-problem.ts';
import { NewLink } from './new-link.tsx';
import { OrganisationSelect } from './organisation-select.tsx';
import classes from './people.module.css';
import { RoleSelect } from './role-select.tsx';

export function RequestList() {
  const { t } = useTranslation('entering');
  const { proposal } = useProposal();
  const { data = [] } = useAccessRequests(proposal.id, true);
  const [made, setMade] = useState<{ name: string; link: string } | null>(null);
  if (data.length === 0 && !made) return null;
  return (
    <section aria-label={t('requests')}>
      <Title order={2} size="h4" mb="xs">
        {t('requests')}
        {data.length > 0 && ` (${data.length})`}
      </Title>
      {made && (
        <Stack gap="xs" mb="xs">
          <Text size="sm">{t('invitedInstead', { name: made.name })}</Text>
          <NewLink link={made.link} />
        </Stack>
      )}
      <ul className={classes.list}>
        {data.map((request) => (
          <RequestRow key={request.id} request={request} onInvited={setMade} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  request: AccessRequest;
  onInvited(made: { name: string; link: string }): void;
}

function RequestRow({ request, onInvited }: RowProps) {
  const { t } = useTranslation('entering');
  const { t: people } = useTranslation('people');
  const { proposal } = useProposal();
  const { name } = request;
  const params = { proposalId: proposal.id, requestId: request.id };
  const [role, setRole] = useState<Role>('viewer');
  const [organisationId, setOrganisationId] = useState<OrganisationId | null>(null);
  const [isBusy, setBusy] = useState(false);

  const answer = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
      await refresh(proposal.id, 'people');
    } catch (error) {
      showProblem(error);
      setBusy(false);
    }
  };
  const grant = () =>
    answer(async () => {
      const { link } = await callApi(grantAccess, params, { role, organisationId });
      if (link) onInvited({ name, link });
      else notifications.show({ color: 'green', message: t('letInDone', { name }) });
    });
  const decline = () => answer(async () => void (await callApi(declineAccess, params, {})));

  return (
    <li className={classes.request}>
      <RequestWords request={request} />
      <Group gap="xs" align="flex-end">
        <RoleSelect label={people('role')} value={role} onChange={setRole} />
        <OrganisationSelect label={people('organisation')} value={organisationId} onChange={setOrganisationId} />
        <Button disabled={isBusy} aria-label={t('letInName', { name })} onClick={() => void grant()}>
          {t('letIn')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          disabled={isBusy}
          aria-label={t('declineName', { name })}
          onClick={() => void decline()}
        >
          {t('decline')}
        </Button>
      </Group>
    </li>
  );
}

function RequestWords({ request }: { request: AccessRequest }) {
  const { t, i18n } = useTranslation('entering');
  const { name, email, message, isKnown, createdAt } = request;
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const details = [email, !isKnown && t('requestUnknown'), t('requestAt', { when: when.format(new Date(createdAt)) })];
  return (
    <div className={classes.who}>
      <Text size="sm" fw={600}>
        <bdi>{name}</bdi>
      </Text>
      <Text size="xs" c="dimmed">
        {details.filter(Boolean).join(', ')}
      </Text>
      {message && (
        <Text size="sm" className={classes.mail}>
          {message}
        </Text>
      )}
    </div>
  );
}
