// The address of a proposal in which somebody has no part, or which is none: which of the two they are not told. They can ask, and
// the page goes on by itself once they are let in.
import type { Me, Proposal } from '@adagia/shared/api/people';
import { Container, Stack, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh } from '../../api/queries.ts';
import { KeptTexts } from '../../session/kept-texts.tsx';
import { AppHeader } from '../../ui/app-header.tsx';
import { AskAccess } from './ask-access.tsx';

/** Milliseconds between two looks whether somebody who asked is in: they wait before the page. */
const LOOK_EVERY_MS = 8000;

export function NoAccess({ id, me }: { id: Proposal['id']; me: Me }) {
  const { t } = useTranslation('entering');
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => void refresh(id, 'people'), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [id, isWaiting]);
  return (
    <>
      <AppHeader me={me} />
      <Container component="main" id="content" size="xs" py="xl">
        <KeptTexts proposalId={id} userId={me.id} />
        {me.formerIds.map((former) => (
          <KeptTexts key={former} proposalId={id} userId={former} why="guest" />
        ))}
        <Stack>
          <Title order={1} size="h3">
            {t('noAccess')}
          </Title>
          <AskAccess proposalId={id} me={me} onAsked={() => setWaiting(true)} />
        </Stack>
      </Container>
    </>
  );
}
