import type { ReferenceTarget } from '@adagia/shared/references/reference-targets';
import { expect, it } from 'vitest';
import { filterReferences, ITEMS_MAX, type ReferenceItem, referenceQuery } from './reference-items.ts';

it.each([
  ['@', ''],
  ['in @WP2', 'WP2'],
  ['(@A3.2', 'A3.2'],
  ['“@total', 'total'],
  ['@last month wp', 'last month wp'],
  ['@WP2 ', 'WP2 '],
  ['ana@example', null],
  ['@ ', null],
  ['@one two three four five', null],
  ['@@', null],
  ['nothing', null],
])('behind %j the query is %j', (line, query) => {
  expect(referenceQuery(line)).toBe(query);
});

const item = (target: string, label: string, detail: string): ReferenceItem => ({
  name: target,
  label,
  detail,
  target: { target, aspect: target.split(':')[0], text: label, subject: detail } as ReferenceTarget,
});
const items = [
  item('to:2', 'M7', 'Last month: WP2 Listening'),
  item('title:2', 'Listening', 'Title: WP2 Listening'),
  item('number:2', 'WP2', 'WP2 Listening'),
  item('number:20', 'WP20', 'WP20 Última'),
  item('total:project', 'EUR 250 000', 'Total of the budget'),
];
const found = (query: string) => filterReferences(items, query).map(({ name }) => name);

it('puts what it is called before what belongs to it', () => {
  expect(found('WP2')).toEqual(['number:2', 'number:20', 'to:2', 'title:2']);
  expect(found('wp2 last')).toEqual(['to:2']);
  expect(found('ultima')).toEqual(['number:20']);
  expect(found('total')).toEqual(['total:project']);
  expect(found('250')).toEqual(['total:project']);
  expect(found('nobody')).toEqual([]);
});

it('shows no more than anybody reads', () => {
  const many = Array.from({ length: 50 }, (_, index) => item(`number:${index}`, `WP${index}`, ''));
  expect(filterReferences(many, '')).toHaveLength(ITEMS_MAX);
});
