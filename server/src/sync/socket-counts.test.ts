import { limits } from '@adagia/shared/wire/limits';
import { expect, test } from 'vitest';
import { SocketCounts } from './socket-counts.ts';

test('neither a person nor an address takes all there are, and each that ends makes room for one', () => {
  const counts = new SocketCounts(true);
  const ends = Array.from({ length: limits.socketsPerAddressMax }, (_, index) =>
    counts.take(`person ${Math.floor(index / limits.socketsPerPersonMax)}`, 'office'),
  );
  expect(ends).not.toContain(null);
  expect(counts.take('somebody else', 'office')).toBeNull();
  expect(counts.take('person 0', 'home')).toBeNull();
  expect(counts.take('somebody else', 'home')).not.toBeNull();
  ends[0]?.();
  expect(counts.take('person 0', 'office')).not.toBeNull();
  expect(counts.take('person 0', 'office')).toBeNull();
});
