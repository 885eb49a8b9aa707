// Pages for people who are signed in: others are sent to sign in, and come back to where they wanted to go.
import type { Me } from '@adagia/shared/api/people';
import { Button, Center, Loader } from '@mantine/core';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/call.ts';
import { useMe } from '../api/queries.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Milliseconds. A spinner that flashes is worse than none. */
const SPINNER_AFTER_MS = 250;

export function Waiting() {
  const { t } = useTranslation('common');
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SPINNER_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Center mih="40vh" role="status" aria-label={t('loading')}>
      {isShown && <Loader />}
    </Center>
  );
}

/** Once, and from where the person wanted to go: while the page for signing in is fetched, the address is its own already. */
function GoToSignIn() {
  const router = useRouter();
  const navigate = useNavigate();
  const [{ href }] = useState(router.state.location);
  useEffect(() => {
    void navigate({ to: '/sign-in', search: href === '/' ? {} : { next: href }, replace: true });
  }, [navigate, href]);
  return <Waiting />;
}

export function RequireMe({ children }: { children: (me: Me) => ReactNode }) {
  const { t } = useTranslation('problem');
  const { t: common } = useTranslation('common');
  const { data, error, refetch } = useMe();
  if (data) return children(data);
  if (!error) return <Waiting />;
  if (error instanceof ApiError && error.problem?.code === 'unauthenticated') {
    return <GoToSignIn />;
  }
  return (
    <main>
      <EmptyState title={t('offline')} action={<Button onClick={() => void refetch()}>{common('tryAgain')}</Button>} />
    </main>
  );
}
