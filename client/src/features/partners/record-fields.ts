// The fields of a contact and of a past project, the one that names it first.
import type { IntakeRecord } from '@adagia/shared/api/intake';

export const recordFields = {
  contact: ['name', 'position', 'email', 'phone'],
  project: ['title', 'programme', 'year', 'reference'],
} as const satisfies Record<IntakeRecord['kind'], readonly string[]>;

export type RecordValues = Record<string, string>;
