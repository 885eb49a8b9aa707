// A process that is killed between the freeze and its version: it comes back frozen, and keeps the version then.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freezeProposal, unlockProposal } from '@adagia/shared/api/freezes';
import { createProposal, getProposal } from '@adagia/shared/api/people';
import { readVersion } from '@adagia/shared/api/versions';
import { must } from '@adagia/shared/assert';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ask } from '../testing/ask.ts';
import { type ChildServer, startChildServer } from '../testing/child-server.ts';
import { newProposal, personWith, signUp } from '../testing/test-server.ts';
import { openWritingClient } from '../testing/writing-client.ts';

const KEY = 'answer:motivation';
/** Long enough that nothing is on disk when it is killed. */
const NEVER_MS = 60_000;
vi.setConfig({ testTimeout: 120_000 });
/** Milliseconds; a machine that does much else is slow, not wrong. */
const timeout = 30_000;

test('killed in between, it is frozen as it was on disk, and the version comes with the next start', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'adagia-freeze-'));
  let child: ChildServer = await startChildServer(dataDir);
  onTestFinished(() => child.kill());
  const first = await signUp(child.url, 'Ana');
  const { id: proposalId } = await ask(first, createProposal, {}, newProposal);
  const place = { proposalId };
  const early = await openWritingClient(child.url, first.cookie, proposalId);
  await early.write((doc) => doc.getText(KEY).insert(0, 'On disk. '));
  await child.stop();

  child = await startChildServer(dataDir, undefined, { TEST_COMMIT_DELAY_MS: String(NEVER_MS) });
  const ana = personWith(child.url, 'Ana', first.cookie);
  const client = await openWritingClient(child.url, first.cookie, proposalId);
  const lost = client.write((doc) => doc.getText(KEY).insert(9, 'Not on disk.')).catch(String);
  const said = { purpose: 'submission' as const, name: 'For the agency', unlockers: 'freezer' as const };
  const freezing = ask(ana, freezeProposal, place, said).catch(String);
  const frozen = async () => (await ask(ana, getProposal, place, {})).freeze;
  await vi.waitFor(async () => expect(await frozen()).toMatchObject({ version: null }), { timeout });
  await child.kill();
  await Promise.all([lost, freezing]);

  child = await startChildServer(dataDir);
  const again = personWith(child.url, 'Ana', first.cookie);
  const now = async () => must((await ask(again, getProposal, place, {})).freeze);
  await vi.waitFor(async () => expect((await now()).version?.name).toBe('For the agency'), { timeout });
  const { id: freezeId, version } = await now();
  const { parts } = await ask(again, readVersion, { ...place, versionId: must(version).id }, {});
  expect(JSON.stringify(parts.find(({ root }) => root === KEY))).toContain('"On disk. "');
  // What was not on disk its author still has; it is not let in now, and is once it is unlocked.
  const end = openWritingClient(child.url, first.cookie, proposalId, client.doc).then(
    ({ closed }) => closed,
    (error: Error) => error.message,
  );
  expect(await end).toBe('frozen');
  await ask(again, unlockProposal, { ...place, freezeId }, {});
  const back = await openWritingClient(child.url, first.cookie, proposalId, client.doc);
  await back.acknowledged();
  expect(back.doc.getText(KEY).toJSON()).toBe('On disk. Not on disk.');
});
