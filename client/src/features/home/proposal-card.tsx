// One of my proposals: how far it is, when it is due, who is in it, and what can be done about it as a whole.
import type { HomeCard } from '@adagia/shared/api/people';
import { findCall } from '@adagia/shared/programme/calls';
import { correctCall } from '@adagia/shared/programme/corrections';
import { Anchor, Badge, Card, Group, Progress, Stack, Text, Tooltip } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentFormat } from '../../i18n/time-zone.ts';
import { deadlineOf, isSoon, leftText, ownDeadline, timeLeft } from '../../pages/deadline.ts';
import { PersonBadge } from '../../ui/person-badge.tsx';
import { useNow } from '../../ui/use-now.ts';
import classes from './home.module.css';
import { ProposalMenu } from './proposal-menu.tsx';

export function ProposalCard({ card }: { card: HomeCard }) {
  const { t, i18n } = useTranslation('home');
  const { t: people } = useTranslation('people');
  const call = findCall(card.callId);
  const sector = call?.sectors.find((one) => one.id === card.sector)?.label ?? card.sector;
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Card withBorder component="li" padding="md">
      <Stack gap={8} h="100%">
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
          <Anchor
            component={Link}
            to="/p/$proposalId/write"
            params={{ proposalId: card.id } as never}
            fw={650}
            size="lg"
            className={classes.name}
          >
            {card.acronym || card.title}
          </Anchor>
          <Group gap={4} wrap="nowrap">
            <Badge variant="light" tt="none" miw="max-content">
              {people(card.role)}
            </Badge>
            <ProposalMenu card={card} />
          </Group>
        </Group>
        {card.acronym && <Text size="sm">{card.title}</Text>}
        <Text size="sm" c="dimmed">
          {call ? `${call.action} ${call.year}` : card.callId}, {sector}
        </Text>
        <Stack gap={8} mt="auto">
          {!card.isArchived && <Due card={card} />}
          <HowFar card={card} />
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="xs" c="dimmed">
              {t('lastActive', { when: when.format(new Date(card.activeAt)) })}
            </Text>
            <WhoIsActive card={card} />
          </Group>
        </Stack>
      </Stack>
    </Card>
  );
}

function Due({ card }: { card: HomeCard }) {
  const { t, i18n } = useTranslation('home');
  const found = findCall(card.callId);
  const call = found && correctCall(found, card.corrections);
  const now = useNow();
  const deadline = ownDeadline(card.ownDeadline) ?? (call ? deadlineOf(call, card.sector, now) : null);
  if (!deadline) return <DueLine>{t('dueNone')}</DueLine>;
  const left = timeLeft(deadline.at, now);
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'Europe/Brussels' });
  const words = left
    ? t('due', { when: date.format(deadline.at), left: leftText(left, i18n.language) })
    : t('dueOver', { when: date.format(deadline.at) });
  return <DueLine isUrgent={isSoon(deadline.at, now)}>{words}</DueLine>;
}

function DueLine({ isUrgent = false, children }: { isUrgent?: boolean; children: ReactNode }) {
  return (
    <Group gap={6} wrap="nowrap">
      <IconClockHour4 size={16} aria-hidden />
      <Text size="sm" {...(isUrgent ? { c: 'red', fw: 600 } : {})}>
        {children}
      </Text>
    </Group>
  );
}

function HowFar({ card: { progress } }: { card: HomeCard }) {
  const { t } = useTranslation('home');
  if (!progress || progress.total === 0) return null;
  const { total, answered, final } = progress;
  const words = t('progress', { answered, total, final });
  const share = (count: number) => (count / total) * 100;
  return (
    <div>
      <Progress.Root size="sm" aria-hidden>
        <Progress.Section value={share(final)} color="green" />
        <Progress.Section value={share(answered - final)} />
      </Progress.Root>
      <Text size="xs" c="dimmed" mt={4}>
        {words}
      </Text>
    </div>
  );
}

function WhoIsActive({ card: { active } }: { card: HomeCard }) {
  const { t } = useTranslation('home');
  if (active.length === 0) return null;
  const words = active.map(({ name, isHere }) => (isHere ? t('isHere', { name }) : name)).join(', ');
  return (
    <Tooltip label={words} multiline maw={280}>
      <div className={classes.faces} role="img" aria-label={t('active', { names: words })}>
        {active.map(({ userId, name, isHere }) => (
          <span key={userId} className={classes.face} data-here={isHere || undefined}>
            <PersonBadge id={userId} name={name} size={24} />
          </span>
        ))}
      </div>
    </Tooltip>
  );
}
