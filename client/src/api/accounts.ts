// Signing up, in and out: better-auth's own addresses, called directly, because three requests need no library.

import type { UserId } from '@adagia/shared/ids';
import { forgetKeptAnswers } from '../offline/kept-answers.ts';
import { forgetLocalCopies } from '../session/indexed-copy.ts';

/** `code` is better-auth's, '' when the server could not be reached. */
export class AccountError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

async function post(path: string, body: object): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    // No network: the form says so.
    throw new AccountError('');
  }
  if (response.ok) return;
  const answer: unknown = await response.json().catch(() => null);
  const code =
    typeof answer === 'object' && answer && 'code' in answer ? String(answer.code) : `HTTP_${response.status}`;
  throw new AccountError(response.status === 429 ? 'TOO_MANY_REQUESTS' : code);
}

export function signUp(person: { name: string; email: string; password: string }): Promise<void> {
  return post('sign-up/email', person);
}

export function signIn(person: { email: string; password: string }): Promise<void> {
  return post('sign-in/email', person);
}

/** @returns false when unsaved changes are kept on this device and `force` is not set: ask first. */
export async function signOut(userId: UserId, force: boolean): Promise<boolean> {
  if (!(await forgetLocalCopies(userId, force))) return false;
  await post('sign-out', {});
  await forgetKeptAnswers();
  return true;
}
