// From an error to `application/problem+json`. What is no refusal of ours becomes 500 with an id under which it is logged.
import { randomUUID } from 'node:crypto';
import { isStorageError } from '@adagia/db/open-database';
import { type Problem, type ProblemCode, problemStatus } from '@adagia/shared/api/problem';
import type { Logger } from 'pino';
import { AppError } from './app-error.ts';

const titles: Record<ProblemCode, string> = {
  'invalid-body': 'Something in the request is not valid',
  'invalid-json': 'The request is not valid JSON',
  'body-too-large': 'The request is too large',
  unauthenticated: 'Please sign in',
  forbidden: 'Your role does not allow this',
  'foreign-origin': 'The request came from another site',
  'not-found': 'There is nothing here, or it is not yours to see',
  conflict: 'Somebody else changed this meanwhile',
  'invitation-invalid': 'The invitation was used, revoked, has expired, or never existed',
  'last-administrator': 'An installation needs an administrator who can sign in',
  'last-coordinator': 'A proposal needs at least one coordinator',
  'email-taken': 'There is an account with this address already',
  'guest-elsewhere': 'This guest also takes part in a proposal that you do not coordinate',
  'guest-needs-account': 'A coordinator needs an account',
  'organisation-in-use': 'The organisation still has people, tasks or amounts',
  archived: 'The proposal is archived',
  frozen: 'The proposal is frozen.',
  'log-incomplete': 'The log has faults: it cannot be told who did what',
  'file-empty': 'The file is empty',
  'file-type': 'The file is not what its name says, or of a type that is not let in',
  'file-refused': 'The virus scanner refused the file',
  'file-too-large': 'The file is too large',
  'too-many-files': 'This organisation has as many documents as it may have',
  'package-unreadable': 'The file cannot be read as a package',
  'scan-failed': 'The file could not be checked for viruses',
  'nobody-to-remind': 'Nobody of this organisation can be reached',
  'nothing-missing': 'Nothing is missing from this organisation',
  'import-invalid': 'The file is not a proposal',
  'passage-gone': 'The passage was removed meanwhile',
  'round-closed': 'This round of evaluation is closed',
  'round-open': 'This round of evaluation is not closed yet',
  'evaluation-submitted': 'The evaluation was submitted',
  'evaluation-incomplete': 'A criterion has no points yet',
  'evaluation-seen': 'Whoever has seen what others gave cannot score again',
  'wrong-password': 'That is not the password of this account',
  'sign-in-again': 'Please sign in again first',
  'too-many-requests': 'Too many requests, please wait a moment',
  'storage-unavailable': 'The server cannot store anything at the moment',
  internal: 'Something went wrong on the server',
};

/** @param onCode told what it is answered with */
export function problemResponse(error: unknown, log: Logger, onCode: (code: ProblemCode) => void): Response {
  const code = codeOf(error);
  onCode(code);
  const requestId = code === 'internal' || code === 'storage-unavailable' ? randomUUID() : undefined;
  if (requestId) log.error({ requestId, err: error }, 'request failed');
  const problem: Problem = { type: 'about:blank', title: titles[code], status: problemStatus[code], code };
  if (error instanceof AppError && error.issues) problem.issues = error.issues;
  if (requestId) problem.requestId = requestId;
  const retryAfter = error instanceof AppError ? error.retryAfterSeconds : undefined;
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
  });
}

function codeOf(error: unknown): ProblemCode {
  if (error instanceof AppError) return error.code;
  return isStorageError(error) ? 'storage-unavailable' : 'internal';
}
