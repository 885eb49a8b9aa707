// What concerns me, behind a bell in the header: opening a line leads there, and it is seen.
import { listNotices, markNoticesSeen, type Notice } from '@adagia/shared/api/notices';
import { PARTNERS_SECTION } from '@adagia/shared/comment-places';
import { noticePath } from '@adagia/shared/notice-path';
import { findCall } from '@adagia/shared/programme/calls';
import { BUDGET_SECTION, PLAN_SECTION } from '@adagia/shared/writing-rights';
import { ActionIcon, Anchor, Button, Group, Indicator, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { INBOX } from '../../api/queries.ts';
import { shownTimeZone } from '../../i18n/time-zone.ts';
import classes from './inbox.module.css';

/** Milliseconds, for who has none of their proposals open: there a hint brings it at once. Mails about what is urgent leave after a minute. */
const ASK_EVERY_MS = 60_000;

export function InboxBell() {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: INBOX,
    queryFn: () => callApi(listNotices, {}, {}),
    refetchInterval: ASK_EVERY_MS,
  });
  const unseen = data?.unseen ?? 0;
  const see = async (ids?: string[]) => {
    // A lost request is one more bold line until the next look.
    await callApi(markNoticesSeen, {}, ids ? { ids } : {}).catch(() => undefined);
    await client.invalidateQueries({ queryKey: INBOX });
  };
  return (
    <Popover position="bottom-end" width={340} opened={isOpen} onChange={setOpen} trapFocus returnFocus shadow="md">
      <Indicator disabled={unseen === 0} label={unseen > 99 ? '99+' : unseen} size={16} offset={6} color="red.8">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={unseen > 0 ? t('bellUnseen', { count: unseen }) : t('bell')}
            onClick={() => setOpen(!isOpen)}
          >
            <IconBell size={20} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0}>
        <Group justify="space-between" px="sm" py="xs">
          <Text fw={600}>{t('title')}</Text>
          {unseen > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={() => void see()}>
              {t('seeAll')}
            </Button>
          )}
        </Group>
        <Lines
          notices={data?.notices ?? []}
          onOpen={(id) => {
            setOpen(false);
            void see([id]);
          }}
        />
        <Anchor component={Link} to="/notices" size="sm" display="block" px="sm" py="xs" onClick={() => setOpen(false)}>
          {t('settings')}
        </Anchor>
      </Popover.Dropdown>
    </Popover>
  );
}

function Lines({ notices, onOpen }: { notices: readonly Notice[]; onOpen(id: string): void }) {
  const { t } = useTranslation('inbox');
  if (notices.length === 0) {
    return (
      <Text c="dimmed" size="sm" px="sm" pb="sm">
        {t('empty')}
      </Text>
    );
  }
  return (
    <ScrollArea.Autosize mah={360} type="auto">
      <ul className={classes.list}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <Line notice={notice} onOpen={() => onOpen(notice.id)} />
          </li>
        ))}
      </ul>
    </ScrollArea.Autosize>
  );
}

/** Its path and what stands behind the '#', as the router wants them. */
function placeOf(notice: Notice) {
  const [to = '', hash = ''] = noticePath(notice).split('#');
  return { to: to as never, ...(hash && { hash: decodeURIComponent(hash) }) };
}

function useSectionTitle({ callId, sectionId }: Notice): string {
  const { t } = useTranslation(['rights', 'shell']);
  if (sectionId === PLAN_SECTION) return t('plan');
  if (sectionId === BUDGET_SECTION) return t('budget');
  if (sectionId === PARTNERS_SECTION) return t('partners', { ns: 'shell' });
  return findCall(callId)?.sections.find(({ id }) => id === sectionId)?.title ?? '';
}

function lineOf({ kind, data }: Notice) {
  if (kind === 'mention' && data.by === 'organisation') return 'organisation';
  if (kind === 'task' && data.by === 'organisation') return 'task_organisation';
  if (kind === 'column-agreed' && data.isAgreed === false) return 'column-not-agreed';
  if (kind === 'reply' && data.about === 'suggestion') return 'reply_suggestion';
  return data.part === 'writer' ? 'writer' : kind;
}

const dayOf = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

function Line({ notice, onOpen }: { notice: Notice; onOpen(): void }) {
  const { t, i18n } = useTranslation('inbox');
  const { t: people } = useTranslation('people');
  const section = useSectionTitle(notice);
  const when = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: shownTimeZone(),
  });
  const role = typeof notice.data.role === 'string' ? people(notice.data.role as 'editor', { defaultValue: '' }) : '';
  const due = typeof notice.data.at === 'number' ? when.format(notice.data.at) : '';
  const line = lineOf(notice);
  const words = t(`line_${line}`, {
    name: notice.actorName || t('somebody'),
    section,
    role,
    when: due,
    day: typeof notice.data.dueOn === 'string' ? dayOf(notice.data.dueOn, i18n.language) : '',
    round: Number(notice.data.round),
  });
  return (
    <Link
      {...placeOf(notice)}
      className={classes.line ?? ''}
      data-unseen={!notice.isSeen || undefined}
      onClick={onOpen}
    >
      <Stack gap={2}>
        <Text size="sm" {...(!notice.isSeen && { fw: 600 })}>
          {words}
        </Text>
        <Text size="xs" c="dimmed">
          <bdi>{notice.proposalName}</bdi>, {when.format(new Date(notice.at))}
        </Text>
      </Stack>
    </Link>
  );
}
