// Above each page, for who comes back: how much others changed since, and the way to it. After more than a day it opens first, unless
// they come for something else, such as a comment that a mail leads to.
import { Alert, Button, Group, Text } from '@mantine/core';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { useVisit, useVisitSeen } from './use-visit.ts';

export function SinceNote() {
  const { t, i18n } = useTranslation('since');
  const { proposal } = useProposal();
  const { data } = useVisit();
  const { pathname, hash } = useLocation();
  const navigate = useNavigate();
  const seen = useVisitSeen();
  const begun = useRef(false);
  const isThere = data !== undefined && !data.isSeen && data.sinceAt !== null && data.changes + data.comments > 0;
  const isFirst = isThere && data.isLong && hash === '' && pathname.endsWith('/write');
  useEffect(() => {
    if (!data || begun.current) return;
    // Once for each time that the proposal is opened: whoever goes on to another page is not led back.
    begun.current = true;
    if (isFirst) void navigate({ to: '/p/$proposalId/since', params: { proposalId: proposal.id }, replace: true });
  }, [data, isFirst, navigate, proposal.id]);
  if (!isThere || data.sinceAt === null || pathname.endsWith('/since')) return null;
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(data.sinceAt));
  const names = new Intl.ListFormat(i18n.language).format(data.people.map(({ name }) => name));
  const counts = [
    data.changes > 0 && t('changedParts', { count: data.changes }),
    data.comments > 0 && t('newComments', { count: data.comments }),
  ].filter(Boolean);
  return (
    <Alert color="blue" py="xs" withCloseButton closeButtonLabel={t('dismiss')} onClose={seen} data-since="">
      <Group gap="sm">
        <Text size="sm">{t('note', { when, names, counts: counts.join(', ') })}</Text>
        <Button
          size="compact-sm"
          variant="default"
          renderRoot={(props) => <Link to="/p/$proposalId/since" params={{ proposalId: proposal.id }} {...props} />}
        >
          {t('show')}
        </Button>
      </Group>
    </Alert>
  );
}
