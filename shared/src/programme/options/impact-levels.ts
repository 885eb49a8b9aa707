// Levels at which results can have impact, as the form of 2026 asks for them. Source: xlsx copy of the web form, secondary.
import type { Question } from '../schema.ts';

export const impactLevels: NonNullable<Question['options']> = [
  { id: 'local', label: 'Local' },
  { id: 'regional', label: 'Regional' },
  { id: 'national', label: 'National' },
  { id: 'european', label: 'European' },
  { id: 'international', label: 'International' },
];
