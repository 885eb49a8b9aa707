// The addresses of the app. Pages are loaded when they are first opened.
import { proposalIdSchema } from '@adagia/shared/ids';
import { nextPathOf } from '@adagia/shared/next-path';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { askForProposal } from '../api/queries.ts';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import { PageError } from '../ui/page-error.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: PageError });

/** `next` leads on after signing in. */
const withNext = (search: Record<string, unknown>): { next?: string } => {
  const next = nextPathOf(search.next);
  return next ? { next } : {};
};

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/proposals-page.tsx'), 'ProposalsPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../pages/sign-in-page.tsx'), 'SignInPage'),
  validateSearch: (search): { next?: string; error?: string } => ({
    ...withNext(search),
    ...(typeof search.error === 'string' && { error: search.error }),
  }),
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('../pages/sign-up-page.tsx'), 'SignUpPage'),
  validateSearch: withNext,
});
const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten',
  component: lazyRouteComponent(() => import('../pages/forgotten-page.tsx'), 'ForgottenPage'),
});
const link = createRoute({
  getParentRoute: () => root,
  path: '/link/$kind',
  component: lazyRouteComponent(() => import('../pages/link-page.tsx'), 'LinkPage'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page.tsx'), 'AccountPage'),
});
const create = createRoute({
  getParentRoute: () => root,
  path: '/new',
  component: lazyRouteComponent(() => import('../pages/new-proposal-page.tsx'), 'NewProposalPage'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('../pages/join-page.tsx'), 'JoinPage'),
});

const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: lazyRouteComponent(
    () => import('../features/administration/administration-page.tsx'),
    'AdministrationPage',
  ),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('../pages/notices-page.tsx'), 'NoticesPage'),
});
const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe',
  component: lazyRouteComponent(() => import('../pages/unsubscribe-page.tsx'), 'UnsubscribePage'),
});

const proposal = createRoute({
  getParentRoute: () => root,
  path: '/p/$proposalId',
  component: lazyRouteComponent(() => import('../pages/proposal-page.tsx'), 'ProposalPage'),
  // Asked together and while the page itself is fetched, not one after the other by what is drawn.
  loader: ({ params }) => {
    const { data } = proposalIdSchema.safeParse(params.proposalId);
    if (data) askForProposal(data);
  },
});
const index = createRoute({
  getParentRoute: () => proposal,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/p/$proposalId/write', params, replace: true });
  },
});
const write = createRoute({
  getParentRoute: () => proposal,
  path: 'write',
  component: lazyRouteComponent(() => import('../features/narrative/narrative-page.tsx'), 'NarrativePage'),
});
const plan = createRoute({
  getParentRoute: () => proposal,
  path: 'plan',
  component: lazyRouteComponent(() => import('../features/plan/plan-page.tsx'), 'PlanPage'),
});
const budget = createRoute({
  getParentRoute: () => proposal,
  path: 'budget',
  component: lazyRouteComponent(() => import('../features/budget/budget-page.tsx'), 'BudgetPage'),
});
const versions = createRoute({
  getParentRoute: () => proposal,
  path: 'versions',
  component: lazyRouteComponent(() => import('../features/versions/versions-page.tsx'), 'VersionsPage'),
});
const timeline = createRoute({
  getParentRoute: () => proposal,
  path: 'timeline',
  component: lazyRouteComponent(() => import('../features/timeline/timeline-page.tsx'), 'TimelinePage'),
});
const portal = createRoute({
  getParentRoute: () => proposal,
  path: 'portal',
  component: lazyRouteComponent(() => import('../features/portal/portal-page.tsx'), 'PortalPage'),
});
const people = createRoute({
  getParentRoute: () => proposal,
  path: 'people',
  component: lazyRouteComponent(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
});

const partners = createRoute({
  getParentRoute: () => proposal,
  path: 'partners',
  component: lazyRouteComponent(() => import('../features/partners/partners-page.tsx'), 'PartnersPage'),
});
const collect = createRoute({
  getParentRoute: () => proposal,
  path: 'partners/collect',
  component: lazyRouteComponent(() => import('../features/partners/collect-page.tsx'), 'CollectPage'),
});
const organisation = createRoute({
  getParentRoute: () => proposal,
  path: 'partners/$organisationId',
  component: lazyRouteComponent(() => import('../features/partners/organisation-page.tsx'), 'OrganisationPage'),
});

const settings = createRoute({
  getParentRoute: () => proposal,
  path: 'settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
});
const clone = createRoute({
  getParentRoute: () => proposal,
  path: 'clone',
  component: lazyRouteComponent(() => import('../features/settings/clone-page.tsx'), 'ClonePage'),
});
const leftovers = createRoute({
  getParentRoute: () => proposal,
  path: 'leftovers',
  component: lazyRouteComponent(() => import('../features/settings/leftovers-page.tsx'), 'LeftoversPage'),
});
const audit = createRoute({
  getParentRoute: () => proposal,
  path: 'audit',
  component: lazyRouteComponent(() => import('../features/settings/audit-page.tsx'), 'AuditPage'),
});

const inside = proposal.addChildren([
  settings,
  clone,
  leftovers,
  audit,
  index,
  write,
  plan,
  budget,
  timeline,
  versions,
  portal,
  partners,
  collect,
  organisation,
  people,
]);

export const router = createRouter({
  routeTree: root.addChildren([
    administration,
    notices,
    unsubscribe,
    home,
    signIn,
    signUp,
    forgotten,
    link,
    account,
    create,
    join,
    inside,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
