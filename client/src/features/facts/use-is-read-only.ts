// What all fields of facts have in common.
import { FACTS } from '@adagia/shared/document';
import type { Question } from '@adagia/shared/programme/schema';
import { useCanWriteAt, useMode } from '../../app/use-writing-rights.ts';

export interface FieldProps {
  question: Question;
  /** Key in the map `facts`. */
  name: string;
}

/** Who only views the texts changes no fields beside them. */
export function useIsReadOnly(name: string): boolean {
  const { mode, possible } = useMode();
  const canWrite = useCanWriteAt(FACTS, name);
  return !canWrite || (mode === 'viewing' && possible.length > 1);
}
