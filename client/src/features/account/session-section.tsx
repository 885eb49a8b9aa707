// Where the person is signed in: device, address, when last. Each can be ended, and all others at once.
import { type AccountSession, endOtherSessions, endSession } from '@adagia/shared/api/account';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSessions } from '../../api/account-queries.ts';
import { callApi } from '../../api/call.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { FormAlert } from '../../ui/form-alert.tsx';
import { AccountSection } from './account-section.tsx';
import { deviceOf } from './device-name.ts';
import { useStep } from './use-step.ts';

export function SessionSection() {
  const { t } = useTranslation('account');
  const { data: sessions = [] } = useSessions();
  const { errors, done, isBusy, run } = useStep();
  const end = (sessionId: string | null) =>
    run(async () => {
      await (sessionId === null ? callApi(endOtherSessions, {}, {}) : callApi(endSession, { sessionId }, {}));
      return t('sessionEnded');
    });
  return (
    <AccountSection title={t('sessions')}>
      <FormAlert error={errors.form} done={done} />
      <Stack component="ul" gap="sm" p={0} m={0}>
        {sessions.map((session) => (
          <Session key={session.id} session={session} onEnd={() => void end(session.id)} />
        ))}
      </Stack>
      {sessions.length > 1 && (
        <Button variant="default" w="fit-content" loading={isBusy} onClick={() => void end(null)}>
          {t('sessionsEnd')}
        </Button>
      )}
    </AccountSection>
  );
}

function useDeviceName(): (userAgent: string) => string {
  const { t } = useTranslation('account');
  return (userAgent) => {
    const { browser, system } = deviceOf(userAgent);
    return browser && system ? t('sessionOn', { browser, system }) : (browser ?? system ?? t('sessionUnknown'));
  };
}

function Session({ session, onEnd }: { session: AccountSession; onEnd(): void }) {
  const { t, i18n } = useTranslation('account');
  const device = useDeviceName()(session.userAgent);
  const format = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const when = format.format(new Date(session.lastUsedAt));
  return (
    <Group component="li" justify="space-between" wrap="nowrap" gap="sm">
      <div>
        <Group gap="xs">
          <Text>{device}</Text>
          {session.isCurrent && <Badge variant="light">{t('sessionHere')}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {t('sessionUsed', { when })}
          {session.address && <br />}
          {session.address && t('sessionFrom', { address: session.address })}
        </Text>
      </div>
      {!session.isCurrent && (
        <Button variant="default" size="xs" onClick={onEnd} aria-label={t('sessionEndOf', { device, when })}>
          {t('sessionEnd')}
        </Button>
      )}
    </Group>
  );
}
