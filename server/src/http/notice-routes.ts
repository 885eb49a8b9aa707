// The routes of inbox, follows and settings, and the address by which mail programs unsubscribe (RFC 8058): they send a form from
// anywhere, without cookie and Origin, so it stands outside of what create-app.ts asks of all others.
import * as routes from '@adagia/shared/api/notices';
import type { Hono } from 'hono';
import type { Deps } from '../commands/deps.ts';
import * as notices from '../commands/notices.ts';
import type { UnsubscribeTokens } from '../notices/unsubscribe-tokens.ts';
import { handle, handlePublic, type RouteServer } from './handle-route.ts';

export function registerNotices(server: RouteServer, deps: Deps): void {
  handle(server, routes.listNotices, (me) => notices.listNotices(deps, me));
  handle(server, routes.markNoticesSeen, (me, { body }) => notices.markNoticesSeen(deps, me, body.ids));
  handle(server, routes.markSectionSeen, (me, { params }) => notices.markSectionSeen(deps, me, params));
  handle(server, routes.listFollows, (me, { params }) => notices.listFollows(deps, me, params.proposalId));
  handle(server, routes.setFollow, (me, { params, body }) => notices.setFollow(deps, me, params.proposalId, body));
  handle(server, routes.getNoticeSettings, (me) => notices.getNoticeSettings(deps, me));
  handle(server, routes.changeNoticeSettings, (me, { body }) => notices.changeNoticeSettings(deps, me, body));
  handlePublic(server, routes.unsubscribe, (_, { body }) =>
    notices.unsubscribe(deps, deps.site.unsubscribeTokens, body.token),
  );
}

export function serveOneClick(app: Hono, deps: Pick<Deps, 'database' | 'now'>, tokens: UnsubscribeTokens): void {
  app.post('/api/unsubscribe/:token', (context) => {
    notices.unsubscribe(deps, tokens, context.req.param('token'));
    return context.text('ok');
  });
  // Scanners of mails open every link: looking changes nothing, the page asks.
  app.get('/api/unsubscribe/:token', (context) => {
    return context.redirect(`/unsubscribe#${encodeURIComponent(context.req.param('token'))}`, 303);
  });
}
