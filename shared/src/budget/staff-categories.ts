// The categories of staff that a day of work is paid by. Those of the programme's tables of daily rates; ids never change.
import { z } from 'zod';

export const staffCategorySchema = z.enum(['manager', 'teacher', 'technician', 'administrative']);
export type StaffCategory = z.infer<typeof staffCategorySchema>;

/** Whole cents of one day: ten thousand euro is above every table. */
export const DAILY_RATE_MAX_CENTS = 1_000_000;
