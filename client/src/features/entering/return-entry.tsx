// For a guest who lost their device: in again, as the same person.
import { returnAsGuest } from '@adagia/shared/api/entering';
import type { Me } from '@adagia/shared/api/people';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useWayIn } from './use-way-in.ts';

interface ReturnEntryProps {
  token: string;
  guest: string;
  me: Me | undefined;
}

export function ReturnEntry({ token, guest, me }: ReturnEntryProps) {
  const { t } = useTranslation('entering');
  const { isBusy, go } = useWayIn();
  return (
    <Stack>
      <Text>{t('backText', { name: guest })}</Text>
      {me && <Alert color="yellow">{t('backOther', { name: me.name })}</Alert>}
      <Button size="md" loading={isBusy} onClick={() => void go(() => callApi(returnAsGuest, {}, { token }))}>
        {t('backEnter', { name: guest })}
      </Button>
    </Stack>
  );
}
