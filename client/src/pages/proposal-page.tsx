// The frame of a proposal: header with save state, deadline and people, the pages as tabs, and the live session for all of them.

import type { Me, Proposal } from '@adagia/shared/api/people';
import { proposalIdSchema } from '@adagia/shared/ids';
import { callInSector } from '@adagia/shared/programme/call-in-sector';
import { findCall } from '@adagia/shared/programme/calls';
import { correctCall } from '@adagia/shared/programme/corrections';
import { Anchor, Button } from '@mantine/core';
import { Outlet, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/call.ts';
import { useHints, useKeptList, useProposalQuery } from '../api/queries.ts';
import { ProposalContext } from '../app/proposal-context.ts';
import { useRightsNotices } from '../features/rights/use-rights-notices.ts';
import { withWords } from '../i18n/with-words.ts';
import { useReferenceFrame } from '../session/use-reference-frame.ts';
import { useSession } from '../session/use-session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { ProposalFrame } from './proposal-frame.tsx';
import { RequireMe, Waiting } from './require-me.tsx';

/** Whoever has access never needs it. */
const NoAccess = lazy(async () => ({
  default: (await withWords(import('../features/entering/no-access.tsx'))).NoAccess,
}));

export function ProposalPage() {
  const { proposalId } = useParams({ from: '/p/$proposalId' });
  const id = proposalIdSchema.safeParse(proposalId).data;
  if (!id) return <NotFoundPage />;
  return <RequireMe>{(me) => <LoadProposal key={id} id={id} me={me} />}</RequireMe>;
}

function LoadProposal({ id, me }: { id: Proposal['id']; me: Me }) {
  const { t } = useTranslation('shell');
  const { t: common } = useTranslation('common');
  const { data, error, refetch } = useProposalQuery(id);
  const isRefused = error instanceof ApiError && error.problem?.code === 'not-found';
  // While it is asked again, whoever asked to be let in keeps the page that waits for it.
  const [wasRefused, setWasRefused] = useState(false);
  if (isRefused && !wasRefused) setWasRefused(true);
  if (isRefused || (wasRefused && !data)) {
    return (
      <Suspense fallback={<Waiting />}>
        <NoAccess id={id} me={me} />
      </Suspense>
    );
  }
  if (data) return <OpenProposal proposal={data} me={me} />;
  if (!error) return <Waiting />;
  return (
    <main>
      <EmptyState
        title={t('offlinePage')}
        action={<Button onClick={() => void refetch()}>{common('tryAgain')}</Button>}
      >
        {t('offlinePageText')}
      </EmptyState>
    </main>
  );
}

function OpenProposal({ proposal, me }: { proposal: Proposal; me: Me }) {
  const { t } = useTranslation('shell');
  const session = useSession(proposal.id, me.id);
  useHints(session);
  useKeptList(proposal.id);
  const found = findCall(proposal.callId);
  const call = found && callInSector(correctCall(found, proposal.corrections), proposal.sector);
  useRightsNotices(proposal, me, call);
  const context = useMemo(
    () => (session && call ? { proposal, me, session, call } : null),
    [proposal, me, session, call],
  );
  useReferenceFrame(session?.doc, proposal, call);
  if (!call) return <EmptyState title={t('notFound')} action={<Anchor href="/">{t('toProposals')}</Anchor>} />;
  if (!context) return <Waiting />;
  return (
    <ProposalContext value={context}>
      <ProposalFrame>
        <Outlet />
      </ProposalFrame>
    </ProposalContext>
  );
}
