// The time until the deadline, in Brussels time and local time, with a word when the date is not confirmed.
import { OWN_DEADLINE } from '@adagia/shared/document';
import { Button, Popover, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../app/proposal-context.ts';
import { shownTimeZone } from '../i18n/time-zone.ts';
import { useFields } from '../session/use-fields.ts';
import { useNow } from '../ui/use-now.ts';
import classes from './countdown.module.css';
import { type Deadline, deadlineOf, isSoon, leftText, ownDeadline, timeLeft } from './deadline.ts';
import { OwnDeadline } from './own-deadline.tsx';

export function Countdown() {
  const { t, i18n } = useTranslation('shell');
  const { call, proposal, session } = useProposal();
  const own = String(useFields(session, 'facts').get(OWN_DEADLINE) ?? '');
  const now = useNow();
  const deadline = ownDeadline(own) ?? deadlineOf(call, proposal.sector, now);
  const left = deadline && timeLeft(deadline.at, now);
  const isOver = deadline !== null && left === null;
  const words = left ? t('deadlineIn', { time: leftText(left, i18n.language) }) : t('deadlinePassed');
  const soon = deadline !== null && isSoon(deadline.at, now);
  const color = soon ? 'red' : 'gray';
  return (
    <Popover position="bottom" withArrow shadow="md" width={320}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color={color}
          {...(!soon && { c: 'dimmed' })}
          className={classes.button}
          leftSection={<IconClockHour4 size={16} aria-hidden />}
        >
          <span className={classes.words}>{deadline ? words : t('deadlineNone')}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={4}>
          {deadline && <DeadlineFacts deadline={deadline} words={left ? words : t('deadlineOver')} />}
          {isOver && deadline.round !== null && <Text size="sm">{t('deadlineAllPassed')}</Text>}
          <OwnDeadline value={own} />
        </Stack>
      </Popover.Dropdown>
      <VisuallyHidden role="status">{soon ? t('deadlineSoon') : ''}</VisuallyHidden>
    </Popover>
  );
}

function DeadlineFacts({ deadline: { round, at, isConfirmed, note }, words }: { deadline: Deadline; words: string }) {
  const { t, i18n } = useTranslation('shell');
  const when = (timeZone: string) =>
    new Intl.DateTimeFormat(i18n.language, {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone,
    }).format(at);
  return (
    <>
      <Text fw={600} size="sm">
        {round === null ? t('deadlineOwn') : `${t('deadline')}, ${t('deadlineRound', { round })}`}: {words}
      </Text>
      <Text size="sm">{t('deadlineBrussels', { when: when('Europe/Brussels') })}</Text>
      <Text size="sm">{t('deadlineLocal', { when: when(shownTimeZone()) })}</Text>
      {!isConfirmed && (
        <Text size="sm" c="dimmed">
          {t('deadlineUnconfirmed')}
        </Text>
      )}
      {note && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </>
  );
}
