// What is read holds only what the reader may see, where a route lets everybody read: addresses, and what a day of somebody costs.
import { updateMember } from '@adagia/db/repositories/members';
import * as people from '@adagia/shared/api/people';
import * as review from '@adagia/shared/api/review';
import * as rights from '@adagia/shared/api/rights';
import { pathOf } from '@adagia/shared/api/route';
import { must } from '@adagia/shared/assert';
import { can } from '@adagia/shared/roles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import type { Stage } from '../testing/cast.ts';
import {
  type Everybody,
  hireEverybody,
  isRole,
  type Principal,
  principals,
  seatEverybody,
} from '../testing/principals.ts';
import { newProposal, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let everybody: Everybody;
beforeAll(async () => {
  server = await startTestServer();
  everybody = await hireEverybody(server);
});
afterAll(() => server.dispose());

async function makeStage(): Promise<Stage> {
  const { id: proposalId } = await ask(everybody.coordinator, people.createProposal, {}, newProposal);
  const { organisations } = await ask(everybody.coordinator, people.getProposal, { proposalId }, {});
  const stage = { proposalId, organisationId: must(organisations[0]).id };
  seatEverybody(server, everybody, stage);
  return stage;
}

describe('what is read holds only what the reader may see', () => {
  test.each(principals.filter(isRole))('%s: addresses of the others', async (who) => {
    const stage = await makeStage();
    await ask(everybody.coordinator, people.createInvitation, stage, {
      role: 'editor',
      organisationId: null,
      email: 'new@example.org',
    });
    const { members } = await ask(everybody[who], people.getProposal, stage, {});
    const without = [everybody[who].id, everybody.visitor.id];
    const others = members.filter(({ userId }) => !without.includes(userId));
    expect(others.every(({ email }) => (email !== '') === can(who, 'people.contact'))).toBe(true);
    expect(members.find(({ userId }) => userId === everybody[who].id)?.email).not.toBe('');
    if (!can(who, 'timeline.read')) return;
    const { entries } = await ask(everybody[who], review.listTimeline, stage, { kind: 'invitation' });
    expect(entries.map(({ data }) => data.email !== '')).toEqual([can(who, 'people.contact')]);
  });
});

test('daily rates are seen by their own organisation and by coordinators, in no export and no timeline', async () => {
  const stage = await makeStage();
  const { coordinator, editor } = everybody;
  const { id } = await ask(coordinator, people.addOrganisation, stage, { legalName: 'Scoala', country: 'RO' });
  updateMember(server.deps.database.orm, stage.proposalId, editor.id, { organisationId: id });
  const place = { ...stage, organisationId: id, category: 'manager' as const };
  await ask(everybody.editor, rights.setDailyRate, place, { amountCents: 32_123 });
  await ask(
    everybody.coordinator,
    rights.setDailyRate,
    { ...place, organisationId: stage.organisationId },
    {
      amountCents: 9_876,
    },
  );
  const seen = async (who: Principal) =>
    (await ask(everybody[who], rights.listDailyRates, stage, {})).flatMap((one) => Object.values(one.rates));
  expect(await seen('editor')).toEqual([32_123]);
  expect(new Set(await seen('coordinator'))).toEqual(new Set([32_123, 9_876]));
  const headers = { cookie: everybody.editor.cookie };
  const exported = await fetch(server.url + pathOf(people.exportProposal, { proposalId: stage.proposalId }), {
    headers,
  });
  const timeline = JSON.stringify(await ask(everybody.editor, review.listTimeline, stage, {}));
  for (const text of [await exported.text(), timeline]) expect(text).not.toMatch(/9[.,]?876|98[.,]76/);
});
