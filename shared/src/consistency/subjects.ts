// What a sentence is about: the work packages, activities, deliverables and milestones that it names by number. What belongs to
// two of them is nobody's: a figure between two numbers is not held against either.
import { type PlanItem, planItems, type Workplan } from '../plan/workplan.ts';

const NUMBERS = /(?<![\p{L}\d.])(?:WP\d{1,2}|[AD]\d{1,2}\.\d{1,2}|MS\d{1,2})(?![\p{L}\d]|\.\d)/gu;

export function numbersIn(text: string): string[] {
  return [...new Set([...text.matchAll(NUMBERS)].map(([number]) => number))];
}

export function itemsByNumber(workplan: Workplan): ReadonlyMap<string, PlanItem> {
  return new Map(planItems(workplan).map((item) => [item.number, item]));
}

/** @returns null where the sentence names none, or several */
export function subjectOf(text: string, items: ReadonlyMap<string, PlanItem>): PlanItem | null {
  const [only, ...others] = numbersIn(text);
  return only && others.length === 0 ? (items.get(only) ?? null) : null;
}
