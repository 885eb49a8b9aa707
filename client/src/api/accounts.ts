// Signing up, in and out: the server's addresses of better-auth, called directly, because requests need no library. What needs a
// passkey is in passkeys.ts, the account itself in the contract (shared/api/account.ts).
import type { Me } from '@adagia/shared/api/people';
import { languageHeader } from '../i18n/languages.ts';
import { forgetKeptAnswers } from '../offline/kept-answers.ts';
import { forgetLocalCopies } from '../session/indexed-copy.ts';

/** `code` is better-auth's, '' when the server could not be reached. */
export class AccountError extends Error {
  readonly code: string;
  /** Seconds after which it may be tried again, of TOO_MANY_REQUESTS. */
  readonly waitSeconds: number;
  constructor(code: string, waitSeconds = 0) {
    super(code);
    this.code = code;
    this.waitSeconds = waitSeconds;
  }
}

/** What is missing after the first step of signing in. */
export type NextStep = 'done' | 'code' | 'verify';

type Answer = Record<string, unknown>;

/** @param path below `/api/auth/` @throws AccountError */
export async function postAuth(path: string, body: object = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', ...languageHeader() },
      body: JSON.stringify(body),
    });
  } catch {
    // No network: the form says so.
    throw new AccountError('');
  }
  const answer = ((await response.json().catch(() => null)) ?? {}) as Answer;
  if (response.ok) return answer;
  if (response.status === 429)
    throw new AccountError(tooManyOf(path), Number(response.headers.get('retry-after')) || 60);
  throw new AccountError(typeof answer.code === 'string' ? answer.code : `HTTP_${response.status}`);
}

/** Of mails one thing is worth knowing: the last one still works. */
function tooManyOf(path: string): string {
  const asksForMail = ['sign-in/magic-link', 'request-password-reset', 'send-verification-email'].includes(path);
  return asksForMail ? 'TOO_MANY_MAILS' : 'TOO_MANY_REQUESTS';
}

const stepAfter = ({ twoFactorRedirect, mustVerify }: Answer): NextStep => {
  if (twoFactorRedirect) return 'code';
  return mustVerify ? 'verify' : 'done';
};

interface NewPerson {
  name: string;
  email: string;
  password: string;
  /** The secret of one, '' without. */
  invitation: string;
}

export async function signUp(person: NewPerson): Promise<NextStep> {
  return stepAfter(await postAuth('sign-up/email', person));
}

/** An address that is not confirmed is a step, not a fault. */
export async function signIn(person: { email: string; password: string }): Promise<NextStep> {
  try {
    return stepAfter(await postAuth('sign-in/email', person));
  } catch (error) {
    if (error instanceof AccountError && error.code === 'EMAIL_NOT_VERIFIED') return 'verify';
    throw error;
  }
}

/** By the secret of a link in a mail. */
export async function redeemSignInLink(token: string): Promise<NextStep> {
  return stepAfter(await postAuth('magic-link/verify', { token }));
}

/** Away to another program; the page is left. @param next path to come back to */
export async function leaveForProvider(next: string): Promise<void> {
  const { url } = await postAuth('sign-in/oidc', { next });
  if (typeof url !== 'string') throw new AccountError('PROVIDER_UNREACHABLE');
  location.assign(url);
}

/**
 * @param me with the guests who turned out to be this person, whose words may be on this device too
 * @returns false when unsaved changes are kept on this device and `force` is not set: ask first
 */
export async function signOut(me: Pick<Me, 'id' | 'formerIds'>, force: boolean): Promise<boolean> {
  for (const id of [...me.formerIds, me.id]) if (!(await forgetLocalCopies(id, force))) return false;
  await postAuth('sign-out');
  await forgetKeptAnswers();
  return true;
}
