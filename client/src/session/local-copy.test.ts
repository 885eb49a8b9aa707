// Both copies keep the contract; what only the browser's can do wrong is here too: a full disk, signing out.
import 'fake-indexeddb/auto';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { afterEach, expect, test, vi } from 'vitest';
import { forgetLocalCopies, openLocalCopy } from './indexed-copy.ts';
import { localCopyContract } from './local-copy.contract.ts';
import { MemoryDevice, openMemoryCopy } from './testing/memory-copy.ts';

afterEach(() => vi.restoreAllMocks());

const ana = 'ana' as UserId;
let count = 0;
const newProposal = (): ProposalId => `proposal-${(count += 1)}` as ProposalId;

localCopyContract('IndexedDB', () => {
  const proposalId = newProposal();
  return () => openLocalCopy(ana, proposalId);
});
localCopyContract('memory', () => {
  const device = new MemoryDevice();
  return async () => openMemoryCopy(device);
});

const bytes = Uint8Array.of(1);
const unsaved = { bytes, isPending: true, generation: 'g1' };

test('documents and people do not see each other', async () => {
  const [one, other] = [newProposal(), newProposal()];
  await (await openLocalCopy(ana, one)).append([unsaved]);
  expect((await (await openLocalCopy(ana, other)).load()).records).toEqual([]);
  expect((await (await openLocalCopy('ben' as UserId, one)).load()).records).toEqual([]);
});

test('S4 on a full disk nothing is forgotten: the copy is as it was before', async () => {
  const copy = await openLocalCopy(ana, newProposal());
  const [id] = await copy.append([unsaved]);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(copy.replaceByTexts([{ key: 'k', text: 'kept' }], [id ?? 0])).rejects.toThrow();
  vi.restoreAllMocks();
  const kept = await copy.load();
  expect(kept.records.map((record) => record.id)).toEqual([id]);
  expect(kept.refused).toEqual([]);
});

test('a batch that does not fit is not written in part', async () => {
  const copy = await openLocalCopy(ana, newProposal());
  const add = IDBObjectStore.prototype.add;
  let calls = 0;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value: unknown) {
    calls += 1;
    if (calls === 2) throw new DOMException('full', 'QuotaExceededError');
    return add.call(this, value);
  });
  await expect(copy.append([unsaved, unsaved])).rejects.toThrow();
  vi.restoreAllMocks();
  expect((await copy.load()).records).toEqual([]);
});

test('signing out forgets all of a person, but asks first while unsaved or refused text is kept', async () => {
  const eve = 'eve' as UserId;
  const [one, other] = [newProposal(), newProposal()];
  const copy = await openLocalCopy(eve, one);
  await copy.setGeneration('g1');
  const [id] = await copy.append([unsaved]);
  expect(await forgetLocalCopies(eve)).toBe(false);
  await copy.replaceByTexts([{ key: 'k', text: 'refused' }], [id ?? 0]);
  expect(await forgetLocalCopies(eve)).toBe(false);
  await copy.dismissRefused();
  await (await openLocalCopy(ana, other)).append([unsaved]);
  expect(await forgetLocalCopies(eve)).toBe(true);
  expect(await copy.load()).toEqual({ records: [], generation: null, refused: [] });
  expect((await (await openLocalCopy(ana, other)).load()).records).toHaveLength(1);
});
