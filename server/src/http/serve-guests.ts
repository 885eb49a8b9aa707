// Routes that bring people in: they read or write cookies, or are counted by where they come from, which no command knows of.

import { listMergedInto } from '@adagia/db/repositories/merge-person';
import type { SignInWays } from '@adagia/shared/api/account';
import * as entering from '@adagia/shared/api/entering';
import { getMe } from '@adagia/shared/api/people';
import type { AnyRoute } from '@adagia/shared/api/route';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import type { Context, Hono } from 'hono';
import type { Auth } from '../auth/create-auth.ts';
import type { GuestCookies } from '../auth/guest-cookies.ts';
import { acceptInvitation } from '../commands/accept-invitation.ts';
import { requestAccess } from '../commands/access-requests.ts';
import { countAttempt, type LimitName } from '../commands/attempt-limits.ts';
import { becomeAccount } from '../commands/become-account.ts';
import type { Deps } from '../commands/deps.ts';
import { enterAsGuest, returnAsGuest } from '../commands/enter-as-guest.ts';
import { mergeGuest } from '../commands/merge-guest.ts';
import type { AccountMails } from '../mail/account-mails.ts';
import { languageOfPerson, timeZoneOfPerson } from '../notices/settings.ts';
import { AppError } from './app-error.ts';
import { clientNetwork } from './client-address.ts';
import { type Person, parseBody } from './handle-route.ts';
import { readJson } from './read-body.ts';

/** Bytes. Names, addresses, a short message. */
const BODY_MAX = 16 * 1024;

export interface GuestOptions {
  deps: Deps;
  auth: Auth;
  guestCookies: GuestCookies;
  mails: AccountMails;
  ways: Pick<SignInWays, 'requiresVerifiedEmail' | 'delivery'>;
  trustsProxy: boolean;
  isLimited: boolean;
}

const headersOf = ({ req }: Context): Headers => req.raw.headers;

function answer(body: object, ...cookies: string[]): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(JSON.stringify(body), { headers });
}

export function serveGuests(app: Hono, options: GuestOptions): void {
  serveMe(app, options);
  serveEntrances(app, options);
  rememberGuests(app, options);
}

async function mustBeSignedIn({ auth }: GuestOptions, context: Context): Promise<Person> {
  const person = await auth.personOf(headersOf(context));
  if (!person) throw new AppError('unauthenticated');
  return person;
}

const bodyOf = async <R extends AnyRoute>(context: Context, { body }: R) =>
  parseBody<R['body']>(body, await readJson(context.req.raw, BODY_MAX));

function counter({ deps, trustsProxy, isLimited }: GuestOptions) {
  return (name: LimitName, context: Context): void => {
    if (isLimited) countAttempt(deps, name, clientNetwork(context, trustsProxy));
  };
}

function serveMe(app: Hono, options: GuestOptions): void {
  const { deps, auth, guestCookies, mails, ways, isLimited } = options;
  const count = counter(options);

  app.get(getMe.path, async (context) => {
    const me = await mustBeSignedIn(options, context);
    const former = me.isGuest ? null : guestCookies.formerGuestOf(headersOf(context));
    return answer({
      id: me.userId as UserId,
      name: me.name,
      email: me.isGuest ? '' : me.email,
      isGuest: me.isGuest,
      formerGuest: former && { id: former.userId, name: former.name },
      formerIds: listMergedInto(deps.database.orm, me.userId) as UserId[],
      language: languageOfPerson(deps.database.orm, me.userId),
      place: timeZoneOfPerson(deps.database.orm, me.userId),
    });
  });

  app.post(entering.becomeAccount.path, async (context) => {
    count('sign-up-address', context);
    const me = await mustBeSignedIn(options, context);
    const body = await bodyOf(context, entering.becomeAccount);
    const mustConfirm = ways.requiresVerifiedEmail || ways.delivery === 'smtp';
    if (mustConfirm && isLimited) countAttempt(deps, 'mail-account', body.email.trim().toLowerCase());
    const language = context.req.header('accept-language');
    const isDone = await becomeAccount({ deps, mails, auth }, me, { ...body, mustConfirm, language });
    return answer({ isDone });
  });

  app.post(entering.settleFormerGuest.path, async (context) => {
    const me = await mustBeSignedIn(options, context);
    const { isMe } = await bodyOf(context, entering.settleFormerGuest);
    const former = guestCookies.formerGuestOf(headersOf(context));
    if (!former || me.isGuest) throw new AppError('not-found');
    if (isMe) await mergeGuest(deps, me, former.userId);
    return answer({ ok: true }, guestCookies.forget());
  });
}

function serveEntrances(app: Hono, options: GuestOptions): void {
  const { deps, auth, guestCookies, trustsProxy, isLimited } = options;
  const networkOf = (context: Context) => clientNetwork(context, trustsProxy);
  const count = counter(options);
  const deviceOf = (context: Context) => {
    const language = context.req.header('accept-language') ?? '';
    return { userAgent: context.req.header('user-agent') ?? '', address: networkOf(context), language };
  };
  const enter = ({ token, proposalId }: { token: string; proposalId: ProposalId }) =>
    answer({ proposalId }, guestCookies.session(token), guestCookies.forget());

  app.post(entering.enterAsGuest.path, async (context) => {
    count('enter-address', context);
    const body = await bodyOf(context, entering.enterAsGuest);
    const person = await auth.personOf(headersOf(context));
    // Pressed twice, or in another tab meanwhile: nobody is two people on one device.
    if (person) return answer(await acceptInvitation(deps, person, body.token));
    return enter(enterAsGuest(deps, body, deviceOf(context)));
  });

  app.post(entering.returnAsGuest.path, async (context) => {
    count('enter-address', context);
    const { token } = await bodyOf(context, entering.returnAsGuest);
    return enter(returnAsGuest(deps, token, deviceOf(context)));
  });

  app.post(entering.requestAccess.path, async (context) => {
    const person = await auth.personOf(headersOf(context));
    const body = await bodyOf(context, entering.requestAccess);
    const language = context.req.header('accept-language');
    return answer(requestAccess(deps, person, body, { network: isLimited ? networkOf(context) : null, language }));
  });
}

/** Whoever signs in where they are a guest takes that with them, however they sign in; what becomes of it they are asked. */
function rememberGuests(app: Hono, { guestCookies }: GuestOptions): void {
  app.use('/api/auth/*', async (context, next) => {
    const guest = guestCookies.remember(headersOf(context));
    await next();
    if (guest && guestCookies.beginsSession(context.res.headers)) context.header('set-cookie', guest, { append: true });
  });
}
