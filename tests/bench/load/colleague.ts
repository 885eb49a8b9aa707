// Somebody who writes in the plan, without a screen: titles and months of one activity after the other, as a person at the table does.
import { openWritingClient } from '@adagia/server/testing/writing-client';
import { PLAN } from '@adagia/shared/document';
import { planKey } from '@adagia/shared/plan/plan-edits';
import { readWorkplan } from '@adagia/shared/plan/workplan';
import type { House } from './house.ts';

/** Milliseconds. Each changes something as often: as fast as a hand goes through a table. */
const CHANGE_EVERY_MS = 1000;

/** @param place among the people of the house, from 1. @returns takes them away; rejects if something was not taken */
export async function colleagueInPlan(house: House, place: number): Promise<() => Promise<void>> {
  const url = `http://127.0.0.1:${house.server.port}`;
  const client = await openWritingClient(url, house.cookies[place] ?? '', house.proposalId);
  const plan = client.doc.getMap<string | number | boolean>(PLAN);
  const ids = readWorkplan(new Map(plan.entries())).activities.map(({ id }) => id);
  const written: Promise<void>[] = [];
  let turn = place * 17;
  const timer = setInterval(() => {
    turn += 1;
    const id = ids[turn % ids.length] ?? '';
    const change = () => {
      if (turn % 2 === 0) plan.set(planKey(id, 'title'), `Changed by colleague ${place}, ${turn}`);
      else plan.set(planKey(id, 'to'), 30 + (turn % 6));
    };
    written.push(client.write(change));
  }, CHANGE_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await Promise.all(written);
    client.close();
  };
}
