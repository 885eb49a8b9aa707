// The order of a field's values where it is not plain: concurrent writers, and values that came as one.
import { expect, test } from 'vitest';
import { type ChainItem, FieldChain } from './field-chain.ts';
import { NONE } from './struct-table.ts';

const item = (
  client: number,
  clock: number,
  value: string,
  origin?: [number, number],
  length = 1,
): ChainItem<string> => ({
  client,
  clock,
  length,
  originClient: origin?.[0] ?? NONE,
  originClock: origin?.[1] ?? NONE,
  value,
});

test('A11 the later of two that follow each other is the value, and the earlier one is deleted', () => {
  const chain = new FieldChain<string>();
  expect(chain.insert(item(1, 0, 'a'))).toBe(null);
  expect(chain.insert(item(1, 1, 'b', [1, 0]))?.value).toBe('a');
  expect(chain.value).toBe('b');
});

for (const order of [
  [1, 2],
  [2, 1],
]) {
  test(`A11 of two at once the higher client id is the value, arriving as ${order.join(', ')}`, () => {
    const chain = new FieldChain<string>();
    for (const client of order) chain.insert(item(client, 0, `of ${client}`));
    expect(chain.value).toBe('of 2');
  });
}

test('A11 of values that came as one the last stays when the first is deleted, and goes when it is', () => {
  const chain = new FieldChain<string>();
  chain.insert(item(1, 0, 'last', undefined, 2));
  chain.forget(1, 0);
  expect(chain.value).toBe('last');
  chain.forget(1, 1);
  expect(chain.value).toBe(undefined);
});

test('A11 values that came as one come apart where another one was written behind the first', () => {
  const chain = new FieldChain<string>();
  chain.insert(item(1, 0, 'last', undefined, 2));
  chain.insert(item(2, 0, 'between', [1, 0]));
  // 1:1 follows 1:0 as 2:0 does; the higher client id stands behind.
  expect(chain.value).toBe('between');
});
