// What becomes of typing and dragging: a few lines that say who did what, not one per key.
import { answerKey } from '@adagia/shared/answer-key';
import * as people from '@adagia/shared/api/people';
import { listTimeline, type TimelineEntry } from '@adagia/shared/api/review';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { z } from 'zod';
import type { ContentChange } from '../sync/rooms.ts';
import { ask } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { openSocket } from '../testing/live-socket.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { recordContentChanges } from './timeline.ts';

let server: TestServer;
let cast: People;
let stage: Stage;
/** Milliseconds; what `record` takes for now. */
let clock: number;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
  clock = Date.now();
});
afterAll(() => server.dispose());

const key = answerKey('motivation');
const object = '01920000-0000-7000-8000-000000000001';
const MINUTE_MS = 60_000;
type Filter = z.input<(typeof listTimeline)['body']>;

const page = (filter: Filter = {}) => ask(cast.eve, listTimeline, { proposalId: stage.proposalId }, filter);
/** Newest first, without the line that says who made the proposal. */
const entries = async (filter: Filter = {}) => (await page(filter)).entries.filter(({ kind }) => kind !== 'created');
const brief = ({ actorName, target, data }: TimelineEntry) => ({ actorName, target, ...data });

function record(person: CastPerson, ...changes: ContentChange[]): void {
  const deps = { ...server.deps, now: () => clock };
  recordContentChanges(deps, [{ proposalId: stage.proposalId, authorId: person.id, at: clock, changes }]);
}
const typed = (added: number, removed = 0, of = key): ContentChange => ({ kind: 'text', key: of, added, removed });
const set = (map: 'facts' | 'plan' | 'budget', field: string, before: unknown, after: unknown): ContentChange => {
  return { kind: 'field', map, key: field, before: before as string | null, after: after as string | null };
};

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

test('58 who lost a field to somebody else at the same moment finds what they wrote', async () => {
  const cell = `${stage.proposalId}/amount`;
  record(cast.ana, set('budget', cell, null, 700));
  clock += 1;
  record(cast.ben, { ...set('budget', cell, 700, 700), overtaken: 500 } as ContentChange);
  clock += 1;
  record(cast.ben, set('budget', cell, 700, 900));
  expect((await entries()).map(brief)).toEqual([
    { actorName: 'Ben', target: cell, old: 700, new: 900 },
    { actorName: 'Ben', target: cell, overtaken: 500, new: 700 },
    { actorName: 'Ana', target: cell, old: null, new: 700 },
  ]);
});

describe('writing', () => {
  test('of one person in one answer is one line until they pause for ten minutes', async () => {
    for (let key = 0; key < 30; key += 1) {
      record(cast.ben, typed(1));
      clock += 30_000;
    }
    record(cast.ben, typed(0, 5));
    expect((await entries()).map(brief)).toEqual([{ actorName: 'Ben', target: key, added: 30, removed: 5 }]);
    const [line] = await entries();
    expect(Date.parse(line!.at) - Date.parse(line!.startedAt)).toBe(15 * MINUTE_MS);
    clock += 10 * MINUTE_MS + 1;
    record(cast.ben, typed(2));
    expect((await entries()).map(({ data }) => data.added)).toEqual([2, 30]);
  });

  test('of two people, and in two answers, are lines of their own', async () => {
    record(cast.ben, typed(3));
    clock += 1;
    record(cast.ana, typed(4));
    clock += 1;
    record(cast.ben, typed(5, 0, answerKey('needs')), typed(1));
    expect(
      (await entries()).map(({ actorName, target, data }) => [actorName, target, data.added]).sort(byText),
    ).toEqual([
      ['Ana', key, 4],
      ['Ben', key, 4],
      ['Ben', 'answer:needs', 5],
    ]);
  });

  test('belongs to the section of its question', async () => {
    record(cast.ben, typed(3), typed(4, 0, answerKey('org_present', stage.organisationId)));
    const sections = new Map((await entries()).map(({ target, sectionId }) => [target, sectionId]));
    expect(sections.get(key)).toBe('relevance');
    expect([...sections.values()]).not.toContain('');
    expect((await entries({ sectionId: 'relevance' })).map(({ target }) => target)).toEqual([key]);
  });
});

describe('a field', () => {
  test('that is set again and again within a minute is one line, from the first value to the last', async () => {
    for (const month of [4, 5, 6]) {
      record(cast.ben, set('plan', `${object}/from`, month - 1, month));
      clock += 1000;
    }
    expect((await entries()).map(brief)).toEqual([{ actorName: 'Ben', target: `${object}/from`, old: 3, new: 6 }]);
    clock += MINUTE_MS;
    record(cast.ben, set('plan', `${object}/from`, 6, 7));
    expect((await entries()).map(({ data }) => data)).toEqual([
      { old: 6, new: 7 },
      { old: 3, new: 6 },
    ]);
  });

  test('that is as it was before is no line', async () => {
    record(cast.ben, set('budget', `${object}/${stage.organisationId}`, 100, 250));
    record(cast.ben, set('budget', `${object}/${stage.organisationId}`, 250, 100));
    expect(await entries()).toEqual([]);
    record(cast.ben, set('budget', `${object}/amount`, null, 250));
    record(cast.ben, set('budget', `${object}/amount`, 250, null));
    expect(await entries()).toEqual([]);
  });

  test('of another person is a line of its own', async () => {
    record(cast.ben, set('facts', 'duration', 24, 36));
    clock += 1;
    record(cast.ana, set('facts', 'duration', 36, 24));
    expect((await entries()).map(brief)).toEqual([
      { actorName: 'Ana', target: 'duration', old: 36, new: 24 },
      { actorName: 'Ben', target: 'duration', old: 24, new: 36 },
    ]);
  });

  test('that is only a place in the order is none', async () => {
    record(cast.ben, set('plan', `${object}/order`, 1, 2), set('plan', `${object}/kind`, null, 'activity'));
    expect(await entries()).toEqual([]);
  });

  test('that is the title or the acronym names the proposal in the list', async () => {
    record(cast.ben, set('facts', 'title', 'Next Door Online', 'Next Door'), set('facts', 'acronym', null, 'NDO'));
    const cards = await ask(cast.eve, people.listProposals, {}, {});
    expect(cards.find(({ id }) => id === stage.proposalId)).toMatchObject({ title: 'Next Door', acronym: 'NDO' });
  });
});

describe('the list', () => {
  test('is filtered by person, organisation, section and kind, also together', async () => {
    record(cast.ana, typed(1));
    clock += 1;
    record(cast.ben, typed(2), set('facts', 'duration', 24, 36));
    const shown = async (filter: Filter) =>
      (await entries(filter)).map(({ actorName, kind }) => `${actorName} ${kind}`);
    expect(await shown({ actorId: cast.ana.id })).toEqual(['Ana text']);
    expect(await shown({ organisationId: stage.organisationId })).toEqual(['Ana text']);
    expect((await shown({ actorId: cast.ben.id })).sort()).toEqual(['Ben fact', 'Ben text']);
    expect(await shown({ sectionId: 'relevance' })).toEqual(['Ben text', 'Ana text']);
    expect(await shown({ sectionId: 'relevance', actorId: cast.ben.id, kind: 'text' })).toEqual(['Ben text']);
    expect(await shown({ kind: 'budget' })).toEqual([]);
  });

  test('comes in pages that have every line once, although a line moves up meanwhile', async () => {
    for (let index = 0; index < 120; index += 1) {
      record(cast.ben, set('budget', `${object}/${uuidOf(index)}`, null, index));
      clock += 1;
    }
    const first = await page();
    expect(first.entries).toHaveLength(50);
    // The last line of the first page is joined by another edit, and goes to the top; one further down goes away.
    record(cast.ben, set('budget', first.entries.at(-1)!.target, 70, 1));
    record(cast.ben, set('budget', `${object}/${uuidOf(10)}`, 10, null));
    const second = await page({ before: first.next! });
    const third = await page({ before: second.next! });
    expect(third.next).toBe(null);
    const ids = [first, second, third].flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(120 - 1 + 1);
  });

  const uuidOf = (index: number) => `01920000-0000-7000-8000-${String(index).padStart(12, '0')}`;

  test('keeps the name of somebody who left', async () => {
    record(cast.ben, typed(1));
    await ask(cast.ana, people.removeMember, { proposalId: stage.proposalId, userId: cast.ben.id }, {});
    expect((await entries({ kind: 'text' })).map(({ actorName }) => actorName)).toEqual(['Ben']);
  });
});

test('what is written over the socket is in the timeline once it is saved, and who watches is told', async () => {
  const watcher = await openSocket(server, cast.eve, stage.proposalId);
  const doc = new Y.Doc();
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: cast.ben.cookie } });
    }
  }
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, stage.proposalId, doc, {
    WebSocketPolyfill: Socket as never,
    disableBc: true,
  });
  await new Promise((resolve) => provider.once('sync', resolve));
  doc.transact(() => {
    doc.getText(key).insert(0, 'Adults need courage.');
    doc.getMap('facts').set('title', 'Next Door');
  });
  await watcher.hinted('timeline');
  provider.destroy();
  watcher.close();
  expect((await entries()).map(brief).sort((a, b) => a.target.localeCompare(b.target))).toEqual([
    { actorName: 'Ben', target: key, added: 20, removed: 0 },
    { actorName: 'Ben', target: 'title', old: 'Next Door Online', new: 'Next Door' },
  ]);
});
