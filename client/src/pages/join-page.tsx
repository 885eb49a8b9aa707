// An invitation link: what one is invited to, then in. The token stays in the fragment: no server log and no referrer has it.
import { acceptInvitation, invitationTokenSchema, type Me, previewInvitation } from '@adagia/shared/api/people';
import type { ProposalId } from '@adagia/shared/ids';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call.ts';
import { useMe } from '../api/queries.ts';
import { BecomeAccountForm } from '../features/entering/become-account.tsx';
import { GuestForm } from '../features/entering/guest-form.tsx';
import { type InvitationPreview, InvitationWords } from '../features/entering/invitation-words.tsx';
import { ReturnEntry } from '../features/entering/return-entry.tsx';
import { useWayIn } from '../features/entering/use-way-in.ts';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { AccountForm } from './account-form.tsx';
import { Waiting } from './require-me.tsx';
import { SignLayout } from './sign-layout.tsx';

export function JoinPage() {
  const { t } = useTranslation('shell');
  useDocumentTitle(t('joinTitle'));
  const [token] = useState(() => invitationTokenSchema.safeParse(location.hash.slice(1)).data ?? '');
  const me = useMe();
  const preview = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => callApi(previewInvitation, {}, { token }),
    enabled: token !== '',
    retry: false,
  });
  if (!token || preview.error) return <Invalid me={me.data} />;
  if (!preview.data || me.isPending) return <Waiting />;
  if (preview.data.memberOf) return <GoIn proposalId={preview.data.memberOf} />;
  return <Invitation token={token} preview={preview.data} me={me.data} />;
}

function Invalid({ me }: { me: Me | undefined }) {
  const { t } = useTranslation('shell');
  return (
    <SignLayout title={t('joinInvalid')}>
      <Text>{t('joinInvalidText')}</Text>
      {me && (
        <Anchor component={Link} to="/" mt="md" display="inline-block">
          {t('toProposals')}
        </Anchor>
      )}
    </SignLayout>
  );
}

/** They are in already: the link in their mail is how they come back each morning. */
function GoIn({ proposalId }: { proposalId: ProposalId }) {
  return <Navigate to="/p/$proposalId/write" params={{ proposalId }} replace />;
}

interface InvitationProps {
  token: string;
  preview: InvitationPreview;
  me: Me | undefined;
}

function Invitation({ token, preview, me }: InvitationProps) {
  const { t } = useTranslation('entering');
  if (preview.returns !== null) {
    return (
      <SignLayout title={t('backTitle', { name: preview.returns })}>
        <ReturnEntry token={token} guest={preview.returns} me={me} />
      </SignLayout>
    );
  }
  return (
    <SignLayout title={t('enterTitle')}>
      <Stack>
        <InvitationWords preview={preview} />
        {me ? <Known token={token} preview={preview} me={me} /> : <Unknown token={token} preview={preview} />}
      </Stack>
    </SignLayout>
  );
}

function useAccept(token: string) {
  const { isBusy, go } = useWayIn();
  return { isBusy, accept: () => go(() => callApi(acceptInvitation, {}, { token })) };
}

/** Somebody whom this device knows: with an account, or a guest of before. */
function Known({ token, preview, me }: InvitationProps & { me: Me }) {
  const { t } = useTranslation('shell');
  const { t: entering } = useTranslation('entering');
  const { isBusy, accept } = useAccept(token);
  const [isOther, setOther] = useState(false);
  if (isOther) return <WithAccount token={token} email={preview.email} isNewFirst={false} />;
  if (me.isGuest && !preview.allowsGuests) {
    return (
      <>
        <Text size="sm">{entering('needsAccount')}</Text>
        <BecomeAccountForm onDone={() => void accept()} />
      </>
    );
  }
  const who = me.isGuest
    ? entering('hereAs', { name: me.name })
    : t('joinSignedIn', { name: `${me.name} (${me.email})` });
  return (
    <>
      <Text size="sm">{who}</Text>
      <Button size="md" loading={isBusy} onClick={() => void accept()}>
        {t('joinAccept')}
      </Button>
      <Anchor component="button" type="button" size="sm" onClick={() => setOther(true)}>
        {t('joinOther')}
      </Anchor>
    </>
  );
}

function Unknown({ token, preview }: Omit<InvitationProps, 'me'>) {
  const { t } = useTranslation('entering');
  const [isGuest, setGuest] = useState(preview.allowsGuests);
  return (
    <>
      {isGuest ? (
        <GuestForm token={token} email={preview.email} />
      ) : (
        <WithAccount token={token} email={preview.email} isNewFirst={!preview.allowsGuests} />
      )}
      {preview.allowsGuests && (
        <Anchor component="button" type="button" size="sm" onClick={() => setGuest(!isGuest)}>
          {isGuest ? t('haveAccount') : t('withoutAccount')}
        </Anchor>
      )}
    </>
  );
}

function WithAccount({ token, email, isNewFirst }: { token: string; email: string; isNewFirst: boolean }) {
  const { t } = useTranslation('shell');
  const [isNew, setNew] = useState(isNewFirst);
  const { accept } = useAccept(token);
  return (
    <>
      <AccountForm key={String(isNew)} isNew={isNew} email={email} invitation={token} onDone={() => void accept()} />
      <Anchor component="button" type="button" size="sm" onClick={() => setNew(!isNew)}>
        {isNew ? t('haveAccount') : t('noAccount')}
      </Anchor>
    </>
  );
}
