// What a refused frame is answered with.
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';

export class Refusal extends Error {
  readonly reason: CloseReasonName;
  constructor(reason: CloseReasonName, message: string) {
    super(message);
    this.name = 'Refusal';
    this.reason = reason;
  }
}
