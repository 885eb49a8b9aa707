// What all fields of facts have in common.
import { FACTS } from '@adagia/shared/document';
import type { Question } from '@adagia/shared/programme/schema';
import { useCanWriteAt } from '../../app/use-writing-rights.ts';

export interface FieldProps {
  question: Question;
  /** Key in the map `facts`. */
  name: string;
}

export const useIsReadOnly = (name: string): boolean => !useCanWriteAt(FACTS, name);
