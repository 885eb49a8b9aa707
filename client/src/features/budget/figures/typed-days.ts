// Days as they are typed, by category of staff, and as numbers.
import { type StaffCategory, staffCategorySchema } from '@adagia/shared/budget/staff-categories';
import { parseDays } from '@adagia/shared/budget/workings';

export type TypedDays = Partial<Record<StaffCategory, string>>;

/** @returns hundredths of days, and which categories hold no number of days */
export function readDays(typed: TypedDays): { days: Partial<Record<StaffCategory, number>>; wrong: StaffCategory[] } {
  const days: Partial<Record<StaffCategory, number>> = {};
  const wrong: StaffCategory[] = [];
  for (const category of staffCategorySchema.options) {
    const hundredths = parseDays(typed[category] ?? '');
    if (hundredths === undefined) wrong.push(category);
    else if (hundredths !== null) days[category] = hundredths;
  }
  return { days, wrong };
}
