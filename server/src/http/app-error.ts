// A refusal, thrown by commands and routes, turned into problem JSON in one place (problem-response.ts).
import type { ProblemCode } from '@adagia/shared/api/problem';

export class AppError extends Error {
  readonly code: ProblemCode;
  readonly issues: { path: string; message: string }[] | undefined;
  /** For too-many-requests. */
  readonly retryAfterSeconds: number | undefined;
  constructor(code: ProblemCode, issues?: { path: string; message: string }[], retryAfterSeconds?: number) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.issues = issues;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
