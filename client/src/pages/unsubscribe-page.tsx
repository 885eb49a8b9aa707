// The end of a link in a mail: asks once, without signing in. The token stays in the fragment, where no log and no referrer has it.
import { unsubscribe } from '@adagia/shared/api/notices';
import { findCall } from '@adagia/shared/programme/calls';
import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, callApi } from '../api/call.ts';
import { problemText } from '../ui/show-problem.ts';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { SignLayout } from './sign-layout.tsx';

export function UnsubscribePage() {
  const { t } = useTranslation('inbox');
  useDocumentTitle(t('unsubscribe'));
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const { data, error, isPending, mutate } = useMutation({ mutationFn: () => callApi(unsubscribe, {}, { token }) });
  const isUnknown = error instanceof ApiError && error.problem?.code === 'not-found';
  const section = data ? (findCall(data.callId)?.sections.find(({ id }) => id === data.sectionId)?.title ?? '') : '';
  return (
    <SignLayout title={t('unsubscribe')}>
      <Stack>
        {data ? (
          <Text role="status">{t(`unsubscribed_${data.scope}`, { section })}</Text>
        ) : (
          <>
            <Text>{t('unsubscribeText')}</Text>
            <Button loading={isPending} onClick={() => mutate()}>
              {t('unsubscribeNow')}
            </Button>
          </>
        )}
        {error && (
          <Alert color="red" role="alert">
            {isUnknown ? t('unsubscribeUnknown') : problemText(error)}
          </Alert>
        )}
        <Anchor component={Link} to="/notices" size="sm">
          {t('settings')}
        </Anchor>
      </Stack>
    </SignLayout>
  );
}
