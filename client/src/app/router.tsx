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
import { lazyPage } from '../i18n/with-words.ts';
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
  component: lazyPage(() => import('../pages/proposals-page.tsx'), 'ProposalsPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyPage(() => import('../pages/sign-in-page.tsx'), 'SignInPage'),
  validateSearch: (search): { next?: string; error?: string } => ({
    ...withNext(search),
    ...(typeof search.error === 'string' && { error: search.error }),
  }),
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyPage(() => import('../pages/sign-up-page.tsx'), 'SignUpPage'),
  validateSearch: withNext,
});
const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten',
  component: lazyPage(() => import('../pages/forgotten-page.tsx'), 'ForgottenPage'),
});
const link = createRoute({
  getParentRoute: () => root,
  path: '/link/$kind',
  component: lazyPage(() => import('../pages/link-page.tsx'), 'LinkPage'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyPage(() => import('../features/account/account-page.tsx'), 'AccountPage'),
});
const create = createRoute({
  getParentRoute: () => root,
  path: '/new',
  component: lazyPage(() => import('../pages/new-proposal-page.tsx'), 'NewProposalPage'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyPage(() => import('../pages/join-page.tsx'), 'JoinPage'),
});

const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: lazyPage(() => import('../features/administration/administration-page.tsx'), 'AdministrationPage'),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyPage(() => import('../pages/notices-page.tsx'), 'NoticesPage'),
});
const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe',
  component: lazyPage(() => import('../pages/unsubscribe-page.tsx'), 'UnsubscribePage'),
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
  component: lazyPage(() => import('../features/plan/plan-page.tsx'), 'PlanPage'),
});
const budget = createRoute({
  getParentRoute: () => proposal,
  path: 'budget',
  component: lazyPage(() => import('../features/budget/budget-page.tsx'), 'BudgetPage'),
});
const versions = createRoute({
  getParentRoute: () => proposal,
  path: 'versions',
  component: lazyPage(() => import('../features/versions/versions-page.tsx'), 'VersionsPage'),
});
const evaluation = createRoute({
  getParentRoute: () => proposal,
  path: 'evaluation',
  component: lazyPage(() => import('../features/evaluation/evaluation-page.tsx'), 'EvaluationPage'),
});
const since = createRoute({
  getParentRoute: () => proposal,
  path: 'since',
  component: lazyPage(() => import('../features/versions/since/since-page.tsx'), 'SincePage'),
});
const undoPerson = createRoute({
  getParentRoute: () => proposal,
  path: 'undo',
  validateSearch: ({ person, since }): { person?: string; since?: string } => ({
    ...(typeof person === 'string' && { person }),
    ...(typeof since === 'string' && { since }),
  }),
  component: lazyPage(() => import('../features/versions/undo-person/undo-person-page.tsx'), 'UndoPersonPage'),
});
const timeline = createRoute({
  getParentRoute: () => proposal,
  path: 'timeline',
  component: lazyPage(() => import('../features/timeline/timeline-page.tsx'), 'TimelinePage'),
});
const portal = createRoute({
  getParentRoute: () => proposal,
  path: 'portal',
  component: lazyPage(() => import('../features/portal/portal-page.tsx'), 'PortalPage'),
});
const people = createRoute({
  getParentRoute: () => proposal,
  path: 'people',
  component: lazyPage(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
});

const partners = createRoute({
  getParentRoute: () => proposal,
  path: 'partners',
  component: lazyPage(() => import('../features/partners/partners-page.tsx'), 'PartnersPage'),
});
const collect = createRoute({
  getParentRoute: () => proposal,
  path: 'partners/collect',
  component: lazyPage(() => import('../features/partners/collect-page.tsx'), 'CollectPage'),
});
const organisation = createRoute({
  getParentRoute: () => proposal,
  path: 'partners/$organisationId',
  component: lazyPage(() => import('../features/partners/organisation-page.tsx'), 'OrganisationPage'),
});

const settings = createRoute({
  getParentRoute: () => proposal,
  path: 'settings',
  component: lazyPage(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
});
const clone = createRoute({
  getParentRoute: () => proposal,
  path: 'clone',
  component: lazyPage(() => import('../features/settings/clone-page.tsx'), 'ClonePage'),
});
const leftovers = createRoute({
  getParentRoute: () => proposal,
  path: 'leftovers',
  component: lazyPage(() => import('../features/settings/leftovers-page.tsx'), 'LeftoversPage'),
});
const audit = createRoute({
  getParentRoute: () => proposal,
  path: 'audit',
  component: lazyPage(() => import('../features/settings/audit-page.tsx'), 'AuditPage'),
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
  evaluation,
  since,
  undoPerson,
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
