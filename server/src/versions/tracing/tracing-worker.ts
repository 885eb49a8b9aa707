// The thread in which the log of a document is gone through: tens of thousands of updates, and nobody waits for it but who asked.
import { readHistory } from '@adagia/db/log/read-history';
import type { PersonTrace } from '@adagia/shared/versions/person-trace';
import { serveTasks } from '../../sync/serve-tasks.ts';
import type { Traced } from './person-tracer.ts';
import { tracePerson } from './trace-person.ts';

export interface TracingTask extends Traced {
  file: string;
  documentId: string;
}

export interface TracingAnswer {
  /** Milliseconds: how far back it goes; later than what was asked for where the log begins later. */
  reachAt: number;
  trace: PersonTrace;
}

/** @returns null where the log has faults, and nothing certain can be said */
serveTasks(({ file, documentId, ...traced }: TracingTask): TracingAnswer | null => {
  const history = readHistory(file, documentId, traced.sinceMs);
  if (!history) return null;
  const sinceMs = Math.max(traced.sinceMs, history.reachAt);
  return { reachAt: history.reachAt, trace: tracePerson(history, { ...traced, sinceMs }) };
});
