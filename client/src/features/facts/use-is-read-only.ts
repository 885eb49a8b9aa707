// What all fields of facts have in common.
import type { Question } from '@adagia/shared/programme/schema';
import { useProposal } from '../../app/proposal-context.ts';
import { useObservable } from '../../session/observable.ts';

export interface FieldProps {
  question: Question;
  /** Key in the map `facts`. */
  name: string;
}

export function useIsReadOnly(): boolean {
  const { session } = useProposal();
  return !useObservable(session.canWrite);
}
