// An invitation link: what one is invited to, then in. The token stays in the fragment: no server log and no referrer has it.
import { acceptInvitation, invitationTokenSchema, previewInvitation } from '@adagia/shared/api/people';
import type { Role } from '@adagia/shared/roles';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call.ts';
import { refreshProposals, useMe } from '../api/queries.ts';
import { showProblem } from '../ui/show-problem.ts';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { AccountForm } from './account-form.tsx';
import { Waiting } from './require-me.tsx';
import { SignLayout } from './sign-layout.tsx';

export function JoinPage() {
  const { t } = useTranslation('shell');
  useDocumentTitle(t('joinTitle'));
  const [token] = useState(() => invitationTokenSchema.safeParse(location.hash.slice(1)).data ?? '');
  const preview = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => callApi(previewInvitation, {}, { token }),
    enabled: token !== '',
    retry: false,
  });
  if (!token || preview.error) {
    return (
      <SignLayout title={t('joinInvalid')}>
        <Text>{t('joinInvalidText')}</Text>
      </SignLayout>
    );
  }
  if (!preview.data) return <Waiting />;
  return <Invitation token={token} preview={preview.data} />;
}

interface Preview {
  proposalTitle: string;
  acronym: string;
  role: Role;
  organisationName: string;
  invitedBy: string;
  email: string;
}

function Invitation({ token, preview }: { token: string; preview: Preview }) {
  const { t } = useTranslation('shell');
  const { t: people } = useTranslation('people');
  const me = useMe();
  const navigate = useNavigate();
  const [isNew, setNew] = useState(true);
  const [isOther, setOther] = useState(false);

  const accept = async () => {
    try {
      const { proposalId } = await callApi(acceptInvitation, {}, { token });
      await refreshProposals();
      await navigate({ to: '/p/$proposalId/write', params: { proposalId }, replace: true });
    } catch (error) {
      showProblem(error);
    }
  };

  return (
    <SignLayout title={t('joinTitle')}>
      <Stack>
        <div>
          <Text>{t('joinText', { name: preview.invitedBy, title: preview.acronym || preview.proposalTitle })}</Text>
          <Text c="dimmed" size="sm">
            {t('joinAs', { role: people(preview.role) })}
          </Text>
          {preview.organisationName && (
            <Text c="dimmed" size="sm">
              {t('joinFor', { organisation: preview.organisationName })}
            </Text>
          )}
        </div>
        {me.data && !isOther ? (
          <>
            <Text size="sm">{t('joinSignedIn', { name: `${me.data.name} (${me.data.email})` })}</Text>
            <Button onClick={() => void accept()}>{t('joinAccept')}</Button>
            <Anchor component="button" type="button" size="sm" onClick={() => setOther(true)}>
              {t('joinOther')}
            </Anchor>
          </>
        ) : (
          <>
            <AccountForm
              key={String(isNew)}
              isNew={isNew}
              email={preview.email}
              invitation={token}
              onDone={() => void accept()}
            />
            <Anchor component="button" type="button" size="sm" onClick={() => setNew(!isNew)}>
              {isNew ? t('haveAccount') : t('noAccount')}
            </Anchor>
          </>
        )}
      </Stack>
    </SignLayout>
  );
}
