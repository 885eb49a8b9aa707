// The choices of a question in the form that Mantine's selects take: in groups where the call has groups.
import type { Question } from '@adagia/shared/programme/schema';

type Options = NonNullable<Question['options']>;
interface Item {
  value: string;
  label: string;
}

export function groupedOptions(options: Options): (Item | { group: string; items: Item[] })[] {
  const groups = new Map<string, Item[]>();
  const single: Item[] = [];
  for (const { id, label, group } of options) {
    const item = { value: id, label };
    if (group === undefined) single.push(item);
    else groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return [...single, ...[...groups].map(([group, items]) => ({ group, items }))];
}
