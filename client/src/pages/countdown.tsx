// The time until the deadline, in Brussels time and local time, with a word when the date is not confirmed.
import { Button, Popover, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../app/proposal-context.ts';
import { deadlineOf, isSoon, leftText, timeLeft } from './deadline.ts';

/** Milliseconds. Minutes are shown, and nothing finer. */
const TICK_MS = 10_000;

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function Countdown() {
  const { t, i18n } = useTranslation('shell');
  const { call, proposal } = useProposal();
  const now = useNow();
  const deadline = deadlineOf(call, proposal.sector, now);
  if (!deadline) return null;
  const left = timeLeft(deadline.at, now);
  const words = left ? t('deadlineIn', { time: leftText(left, i18n.language) }) : t('deadlinePassed');
  const at = (timeZone?: string) =>
    new Intl.DateTimeFormat(i18n.language, {
      dateStyle: 'full',
      timeStyle: 'short',
      ...(timeZone !== undefined && { timeZone }),
    }).format(deadline.at);
  const soon = isSoon(deadline.at, now);
  return (
    <Popover position="bottom" withArrow shadow="md" width={320}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color={soon ? 'red' : 'gray'}
          {...(!soon && { c: 'dimmed' })}
          visibleFrom="md"
          leftSection={<IconClockHour4 size={16} aria-hidden />}
        >
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={4}>
          <Text fw={600} size="sm">
            {t('deadline')}, {t('deadlineRound', { round: deadline.round })}
          </Text>
          <Text size="sm">{t('deadlineBrussels', { when: at('Europe/Brussels') })}</Text>
          <Text size="sm">{t('deadlineLocal', { when: at() })}</Text>
          {!deadline.isConfirmed && (
            <Text size="sm" c="dimmed">
              {t('deadlineUnconfirmed')}
            </Text>
          )}
          {deadline.note && (
            <Text size="xs" c="dimmed">
              {deadline.note}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
      <VisuallyHidden role="status">{soon ? t('deadlineSoon') : ''}</VisuallyHidden>
    </Popover>
  );
}
