// What stays on the screen while one moves between the pages of a proposal.
import { can } from '@adagia/shared/roles';
import { ActionIcon, Button, Group, Indicator, Text } from '@mantine/core';
import {
  IconBuildingCommunity,
  IconCalendarStats,
  IconClipboardCopy,
  IconCoinEuro,
  IconGavel,
  IconHistory,
  IconPencil,
  IconSettings,
  IconUserPlus,
  IconUsers,
  IconVersions,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { lazy, memo, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccessRequests } from '../api/entering-queries.ts';
import { useProposal } from '../app/proposal-context.ts';
import { PresenceAvatars } from '../features/presence/presence-avatars.tsx';
import { PagePresenceDots } from '../features/presence/presence-dots.tsx';
import { usePagePlace } from '../features/presence/use-page-place.ts';
import { WritingNote } from '../features/rights/writing-note.tsx';
import { withWords } from '../i18n/with-words.ts';
import { KeptTexts } from '../session/kept-texts.tsx';
import { useObservable } from '../session/observable.ts';
import { SaveStatus } from '../session/save-status.tsx';
import { SessionBanners } from '../session/session-banners.tsx';
import { useFields } from '../session/use-fields.ts';
import { AppHeader } from '../ui/app-header.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import classes from './proposal-frame.module.css';
import { Waiting } from './require-me.tsx';
import { useGlobalShortcuts } from './use-global-shortcuts.ts';

/** Fetched when the page stands: nobody waits for them before they can write. */
const Countdown = lazy(async () => ({ default: (await withWords(import('./countdown.tsx'))).Countdown }));
const ShareDialog = lazy(async () => ({
  default: (await withWords(import('../features/people/share-dialog.tsx'))).ShareDialog,
}));

const SinceNote = lazy(async () => ({
  default: (await withWords(import('../features/versions/since/since-note.tsx'))).SinceNote,
}));

const FreezeBanner = lazy(async () => ({
  default: (await withWords(import('../features/freezing/freeze-banner.tsx'))).FreezeBanner,
}));

const pages = [
  { to: '/p/$proposalId/write', key: 'write', Icon: IconPencil },
  { to: '/p/$proposalId/plan', key: 'plan', Icon: IconCalendarStats },
  { to: '/p/$proposalId/budget', key: 'budget', Icon: IconCoinEuro },
  { to: '/p/$proposalId/partners', key: 'partners', Icon: IconBuildingCommunity },
  { to: '/p/$proposalId/timeline', key: 'timeline', Icon: IconHistory, needs: 'timeline.read' },
  { to: '/p/$proposalId/versions', key: 'versions', Icon: IconVersions, needs: 'timeline.read' },
  { to: '/p/$proposalId/evaluation', key: 'evaluation', Icon: IconGavel, needs: 'evaluation.write' },
  { to: '/p/$proposalId/portal', key: 'portal', Icon: IconClipboardCopy },
  { to: '/p/$proposalId/people', key: 'people', Icon: IconUsers },
  { to: '/p/$proposalId/settings', key: 'settings', Icon: IconSettings },
] as const;

/** Who reads the page of evaluations is told to nobody: evaluators may be anonymous. */
const shownPage = (page: string): string => (page === 'evaluation' ? '' : page);

export function ProposalFrame({ children }: { children: ReactNode }) {
  const { proposal, me, session } = useProposal();
  const facts = useFields(session, 'facts');
  const name = String(facts.get('acronym') || facts.get('title') || proposal.acronym || proposal.title);
  useDocumentTitle(name);
  useGlobalShortcuts();
  const page = useLocation({ select: ({ pathname }) => pathname.split('/')[3] ?? '' });
  usePagePlace(shownPage(page));
  return (
    <>
      <AppHeader me={me}>
        <Text fw={600} truncate className={classes.name}>
          {name}
        </Text>
        <SaveStatus session={session} />
        <div className={classes.spacer} />
        <Suspense fallback={null}>
          <Countdown />
        </Suspense>
        <PresenceAvatars />
        <ShareButton />
      </AppHeader>
      <PageTabs />
      <main id="content" className={classes.main} tabIndex={-1}>
        <div className={classes.banners}>
          <SessionBanners session={session} />
          {me.formerIds.map((id) => (
            <KeptTexts key={id} proposalId={proposal.id} userId={id} why="guest" />
          ))}
          {/* An evaluator of any role fills in a form there. */}
          {page !== 'evaluation' && <WritingNote />}
          {proposal.freeze && (
            <Suspense fallback={null}>
              <FreezeBanner freeze={proposal.freeze} />
            </Suspense>
          )}
          {can(proposal.role, 'timeline.read') && (
            <Suspense fallback={null}>
              <SinceNote />
            </Suspense>
          )}
        </div>
        <WhenReady>{children}</WhenReady>
      </main>
    </>
  );
}

/** Apart from the frame, which is not drawn anew each time that something is saved. */
function WhenReady({ children }: { children: ReactNode }) {
  const { session } = useProposal();
  const isReady = useObservable(session.isReady);
  const isRefused = useObservable(session.saveState).kind === 'failed';
  if (isReady) return <Suspense fallback={<Waiting />}>{children}</Suspense>;
  return isRefused ? null : <Waiting />;
}

function ShareButton() {
  const { t } = useTranslation('shell');
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  const { proposal } = useProposal();
  const { data: requests = [] } = useAccessRequests(proposal.id, can(proposal.role, 'invitation.manage'));
  const count = requests.length;
  const label = [t('share'), count > 0 && t('requestsCount', { ns: 'entering', count })].filter(Boolean).join(', ');
  return (
    <>
      <Indicator label={count} size={16} disabled={count === 0} color="red">
        <Button
          size="xs"
          visibleFrom="sm"
          leftSection={<IconUserPlus size={16} aria-hidden />}
          aria-label={label}
          onClick={open}
        >
          {t('share')}
        </Button>
        <ActionIcon hiddenFrom="sm" size="lg" variant="subtle" aria-label={label} onClick={open}>
          <IconUserPlus size={20} />
        </ActionIcon>
      </Indicator>
      <Suspense fallback={null}>{isOpen && <ShareDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

const PageTabs = memo(function PageTabs() {
  const { t } = useTranslation('shell');
  const { proposal } = useProposal();
  const ref = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const visible = pages.filter((page) => !('needs' in page) || can(proposal.role, page.needs));
  // On a phone the tabs do not fit side by side: the one of this page is brought to the screen. Not by scrollIntoView, behind which
  // Tab begins here and not at the top of the page.
  useEffect(() => {
    const nav = ref.current;
    const current = nav?.querySelector('[aria-current="page"]')?.getBoundingClientRect();
    if (!pathname || !nav || !current) return;
    const { left, width } = nav.getBoundingClientRect();
    nav.scrollLeft += current.left - left - (width - current.width) / 2;
  }, [pathname]);
  return (
    <nav ref={ref} className={classes.tabs} aria-label={t('pages')}>
      <Group gap={4} wrap="nowrap">
        {visible.map(({ to, key, Icon }) => (
          <Link
            key={key}
            to={to}
            params={{ proposalId: proposal.id }}
            className={classes.tab ?? ''}
            activeProps={{ 'aria-current': 'page' }}
          >
            <Icon size={18} aria-hidden />
            <span>{t(key)}</span>
            <PagePresenceDots page={key} />
          </Link>
        ))}
      </Group>
    </nav>
  );
});
