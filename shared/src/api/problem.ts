// Every refusal of the REST interface is `application/problem+json` (RFC 9457) with one of these codes. The words are in
// the client's message catalogue, under `problem.<code>`.
import { z } from 'zod';

export const problemStatus = {
  'invalid-body': 422,
  'invalid-json': 400,
  'body-too-large': 413,
  unauthenticated: 401,
  forbidden: 403,
  'foreign-origin': 403,
  'not-found': 404,
  conflict: 409,
  'invitation-invalid': 410,
  'last-coordinator': 409,
  'last-administrator': 409,
  'email-taken': 409,
  'guest-elsewhere': 409,
  'guest-needs-account': 409,
  'organisation-in-use': 409,
  archived: 409,
  /** Nobody changes its content until it is unlocked. */
  frozen: 409,
  /** Rows of it are damaged or missing: nothing certain can be said of who did what. */
  'log-incomplete': 409,
  'file-empty': 422,
  'file-type': 422,
  /** The virus scanner said no. */
  'file-refused': 422,
  'file-too-large': 413,
  'too-many-files': 409,
  /** No zip, or more than a package holds. */
  'package-unreadable': 422,
  'scan-failed': 503,
  'nobody-to-remind': 409,
  'nothing-missing': 409,
  'import-invalid': 422,
  'passage-gone': 409,
  'round-closed': 409,
  'round-open': 409,
  'evaluation-submitted': 409,
  'evaluation-incomplete': 409,
  'evaluation-seen': 409,
  'wrong-password': 403,
  'sign-in-again': 403,
  'too-many-requests': 429,
  'storage-unavailable': 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]),
  /** For invalid-body and import-invalid: where, as a path like `organisations.2.country`, and what. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** For internal: the id under which the error was logged. */
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
