// Whatever somebody sends, the document never changes outside of what is theirs: people of every role, with and without organisation
// and list of sections, under random locks, circles of writers and own columns, change random places, and send it whole, in
// pieces, damaged or spliced. What is theirs is said here once more, in plain words, from the description of roles and not from
// the code under test. Replay: ADAGIA_SEED=123; more: ADAGIA_RUNS=1000000.
import { must } from '@adagia/shared/assert';
import { findCall } from '@adagia/shared/programme/calls';
import { createRandom, type Random } from '@adagia/shared/random';
import { roleSchema } from '@adagia/shared/roles';
import { readSuggested } from '@adagia/shared/text/suggestion-readings';
import { createSuggestionId, suggestionKey } from '@adagia/shared/text/suggestions';
import { rejectSuggestions } from '@adagia/shared/text/suggestions-resolve';
import {
  deleteSuggested,
  insertSuggested,
  setLastSuggested,
  setSuggested,
  suggestionIdsIn,
} from '@adagia/shared/text/testing/suggest';
import { type SectionRight, type Writer, type WritingRules, writingRights } from '@adagia/shared/writing-rights';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createRooms } from './create-rooms.ts';
import { updateFrame } from './frames.ts';
import { MemoryDocumentLog } from './memory-document-log.ts';
import { FrameClient, swiftClock } from './testing/frame-client.ts';

const SEED = Number(process.env.ADAGIA_SEED ?? 1);
const RUNS = Number(process.env.ADAGIA_RUNS ?? 4000);
/** Frames under one set of rights, in one document. */
const PER_SCENE = 30;
const ID = '00000000-0000-7000-8000-000000000000';
const OWN = '01900000-0000-7000-8000-0000000000aa';
const OTHER = '01900000-0000-7000-8000-0000000000bb';
const ROW = '01900000-0000-7000-8000-000000000001';
const call = must(findCall('KA220-2026'));

/** Where something can be written. */
interface Place {
  root: string;
  key: string | null;
  section: string;
  /** The organisation or work package that it is about. */
  object: string | null;
  /** Whose amount it is. */
  column: string | null;
}

const place = (root: string, key: string | null, section: string, more: Partial<Place> = {}): Place => {
  return { root, key, section, object: null, column: null, ...more };
};

function placesOfForm(): Place[] {
  return call.sections.flatMap(({ id, groups }) =>
    groups.flatMap(({ repeat, questions }) => {
      const texts = questions.filter(({ type }) => type === 'text').slice(0, 2);
      const objects = repeat === 'organisation' ? [OWN, OTHER] : repeat === 'work_package' ? [ROW] : [];
      if (repeat === 'project') return texts.map((one) => place(`answer:${one.id}`, null, id));
      return texts.flatMap((one) => objects.map((object) => place(`answer:${one.id}:${object}`, null, id, { object })));
    }),
  );
}

const titleSection = must(
  call.sections.find(({ groups }) => groups.some((one) => one.questions.some(({ id }) => id === 'title'))),
).id;
const places: readonly Place[] = [
  ...placesOfForm(),
  place('facts', 'title', titleSection),
  place('plan', `${ROW}/title`, 'plan'),
  place('plan', `${ROW}/from`, 'plan'),
  ...[OWN, OTHER].map((column) => place('budget', `${ROW}/${column}`, 'budget', { column })),
  ...[OWN, OTHER].flatMap((column) =>
    ['proposed', 'counter', 'answered', 'accepted'].map((part) =>
      place('budget', `${ROW}/${column}:${part}`, 'budget', { column }),
    ),
  ),
  place('budget', `${ROW}/amount`, 'budget'),
];
const namesOf = ({ section, object }: Place) => (object ? [section, `${section}:${object}`] : [section]);

/** As the page about roles says it: a suggester suggests in the texts that they might write as an editor. */
function isTheirs(writer: Writer, rules: WritingRules, at: Place): boolean {
  if (rules.isFrozen) return false;
  if (writer.role !== 'suggester') return isWrittenBy(writer, rules, at);
  return at.key === null && isWrittenBy({ ...writer, role: 'editor' }, rules, at);
}

function isWrittenBy({ role, userId, organisationId, sectionIds }: Writer, rules: WritingRules, at: Place): boolean {
  if (role === 'coordinator') return true;
  if (role !== 'editor' && role !== 'guest') return false;
  const about = rules.sections.filter(({ sectionId }) => namesOf(at).includes(sectionId));
  if (about.some(({ lockedBy }) => lockedBy)) return false;
  const hasColumns = rules.hasOwnColumns || rules.isNegotiated;
  if (hasColumns && at.column && at.column !== organisationId) return false;
  if (rules.isNegotiated && at.column && !/:(?:proposed|accepted)$/.test(at.key ?? '')) return false;
  if (about.some((one) => one.ownerId === userId || one.writerIds.includes(userId))) return true;
  if (about.some(({ isExclusive }) => isExclusive)) return false;
  if (role === 'editor' && sectionIds === null) return true;
  if (at.object !== null && at.object === organisationId) return true;
  return namesOf(at).some((name) => !!sectionIds?.includes(name));
}

const sometimes = <T>(random: Random, probability: number, value: T, otherwise: T): T =>
  random.chance(probability) ? value : otherwise;

function randomRight(sectionId: string, random: Random): SectionRight {
  return {
    sectionId,
    ownerId: random.pick([null, 'ana', 'ben']),
    writerIds: sometimes(random, 0.3, ['ben'], []),
    isExclusive: random.chance(0.4),
    lockedBy: sometimes<string | null>(random, 0.3, 'ana', null),
  };
}

function randomRights(random: Random): { writer: Writer; rules: WritingRules } {
  const names = [...new Set(places.flatMap(namesOf))];
  const some = (probability: number) => names.filter(() => random.chance(probability));
  return {
    writer: {
      userId: 'ben',
      role: random.pick([...roleSchema.options, 'editor', 'guest']),
      organisationId: random.pick([null, OWN]),
      sectionIds: sometimes<string[] | null>(random, 0.4, some(0.3), null),
    },
    rules: {
      call,
      hasOwnColumns: random.chance(0.5),
      isNegotiated: random.chance(0.4),
      isFrozen: random.chance(0.1),
      sections: some(0.4).map((name) => randomRight(name, random)),
    },
  };
}

/** As a forged page might, or somebody in suggesting mode: 'ana' signs what she suggests herself, 'ben' what is not hers. */
function suggestAsAna(text: Y.Text, at: number, length: number, random: Random): void {
  const key = suggestionKey(createSuggestionId({ author: 'ana', atMs: 1.8e12, random: random.below(1296) / 1296 }));
  const kind = random.below(3);
  if (kind === 0) text.format(at, length, { [key]: random.pick(['insert', 'delete', 'set {"bold":true}']) });
  else if (kind === 1) text.insert(at, random.pick(['x', 'words ']), { [key]: 'insert' });
  else text.setAttribute(key, 'set {"block":"h1"}');
}

function changeText(text: Y.Text, random: Random): void {
  const at = random.below(text.length + 1);
  const length = Math.min(text.length - at, 1 + random.below(5));
  const kind = random.below(7);
  if (kind > 4 && length > 0) suggestAsAna(text, at, length, random);
  else if (kind < 2 || length === 0) text.insert(at, random.pick(['x', 'words ', '\n', '😀']));
  else if (kind === 2) text.delete(at, length);
  else if (kind === 3) text.format(at, length, { bold: random.chance(0.5) || null });
  else text.setAttribute('block', random.pick(['h1', 'bullet']));
}

/** As somebody does in suggesting mode. */
function suggest(text: Y.Text, random: Random): void {
  // Whole signs: no editor cuts an emoji in two.
  const whole = (at: number) => at - Number(/^[\uDC00-\uDFFF]/.test(text.toJSON().slice(at)));
  const at = whole(random.below(text.length + 1));
  const length = whole(Math.min(text.length, at + 1 + random.below(5))) - at;
  const around = text.toDelta().map(({ attributes = {} }: { attributes?: object }) => attributes);
  const id = createSuggestionId({ author: 'ben', atMs: 1.8e12, random: random.below(1000) / 1000, around });
  const kind = random.below(6);
  if (kind < 2 || length === 0) insertSuggested(text, at, random.pick(['x', 'words ', '\n']), id);
  else if (kind === 2) setSuggested(text, at, length, id, random.pick([{ bold: true }, { link: null, indent: 2 }]));
  else if (kind === 3) setLastSuggested(text, id, { block: 'h2' });
  else if (kind === 4) deleteSuggested(text, at, length, id);
  else
    rejectSuggestions(
      text,
      suggestionIdsIn(text).filter((one) => one.startsWith('ben~')),
    );
}

function change(doc: Y.Doc, { root, key }: Place, random: Random, isSuggesting = false): void {
  if (key === null && isSuggesting) return suggest(doc.getText(root), random);
  if (key === null) return changeText(doc.getText(root), random);
  const map = doc.getMap(root);
  if (random.chance(0.25)) map.delete(key);
  else map.set(key, key.endsWith('title') ? `t${random.below(100)}` : 1 + random.below(36));
}

/** What each place holds, as text. */
function contentOf(doc: Y.Doc): Map<Place, string> {
  return new Map(
    places.map((at) => {
      if (at.key !== null) return [at, JSON.stringify(doc.getMap(at.root).get(at.key) ?? null)];
      const text = doc.getText(at.root);
      return [at, JSON.stringify([text.toDelta(), text.getAttributes()])];
    }),
  );
}

/** What is accepted at each place, character by character. */
function acceptedOf(doc: Y.Doc): Map<Place, string> {
  const accepted = contentOf(doc);
  for (const at of places.filter(({ key }) => key === null)) {
    const text = doc.getText(at.root);
    const { delta, last } = readSuggested(text.toDelta(), text.getAttributes(), 'base');
    const signs = delta.flatMap(({ insert, attributes = {} }) =>
      Array.from(insert as string, (sign) => [sign, Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))]),
    );
    accepted.set(at, JSON.stringify([signs, last]));
  }
  return accepted;
}

/** Suggestions in her name, wherever. */
const namesOfAna = (content: Map<Place, string>): string[] =>
  [...content.values()].flatMap((text) => text.match(/suggest:ana~[0-9a-z]{10}/g) ?? []);

async function newScene(random: Random, nowMs: () => number) {
  const log = new MemoryDocumentLog();
  const bytes = Y.encodeStateAsUpdate(new Y.Doc());
  await log.create(ID, 'g', { authorId: null, at: 1, bytes, newClientIds: [] });
  const errors: unknown[] = [];
  const { writer, rules } = randomRights(random);
  const rights = { ana: { canWrite: true }, ben: writingRights(writer, rules) };
  const rooms = createRooms({
    log,
    now: nowMs,
    isQuestion: () => true,
    membershipOf: (_, userId) => rights[userId as keyof typeof rights],
    onError: (error) => void errors.push(error),
    clock: swiftClock,
    fold: () => Promise.reject(new Error('not here')),
  });
  const room = must(await rooms.open(ID));
  const ana = new FrameClient(room, 'ana', nowMs, rights.ana);
  const scene = { room, errors, writer, rules, rights, ana, nowMs };
  await send({ room, client: ana }, [...places, ...places, ...places], random);
  return scene;
}
type Scene = Awaited<ReturnType<typeof newScene>>;

/** Changes these places. @returns all of it as one update, and where it changed anything at all */
function updateBy(
  doc: Y.Doc,
  targets: readonly Place[],
  random: Random,
  isSuggesting = false,
): { update: Uint8Array; written: Place[] } {
  const state = Y.encodeStateVector(doc);
  const written: Place[] = [];
  for (const at of targets) {
    const note = () => void written.push(at);
    doc.on('update', note);
    doc.transact(() => change(doc, at, random, isSuggesting));
    doc.off('update', note);
  }
  return { update: Y.encodeStateAsUpdate(doc, state), written };
}

type Sender = Pick<Scene, 'room'> & { client: FrameClient };

async function send({ room, client }: Sender, targets: readonly Place[], random: Random): Promise<void> {
  client.connection.receive(updateFrame(updateBy(client.doc, targets, random).update));
  await room.settled();
}

/** With everything that there is, as a page that was loaded anew. */
async function enterBen({ room, ana, nowMs, rights }: Scene): Promise<FrameClient> {
  const ben = new FrameClient(room, 'ben', nowMs, rights.ben);
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ana.doc), 'server');
  await room.settled();
  return ben;
}

function spoilt(update: Uint8Array, random: Random): Uint8Array {
  const bytes = update.slice();
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const at = random.below(bytes.length);
    bytes[at] = random.pick([random.below(256), (bytes[at] ?? 0) + 1, (bytes[at] ?? 0) ^ (1 << random.below(8))]);
  }
  return bytes;
}

test(`A4 ${RUNS} frames from seed ${SEED} change nothing that is not the sender's`, async () => {
  const random = createRandom(SEED);
  const counts = { allowed: 0, refused: 0, spoilt: 0 };
  const known = new Set<string>();
  let ms = 1_000_000;
  let scene = await newScene(random, () => ms);
  let ben = await enterBen(scene);
  for (let run = 0; run < RUNS; run += 1) {
    // Rates are another test's.
    ms += 60_000;
    if (run % PER_SCENE === 0) scene = await newScene(random, () => ms);
    if (run % PER_SCENE === 0) known.clear();
    if (run % PER_SCENE === 0 || ben.code !== null) ben = await enterBen(scene);
    if (random.chance(0.2)) await send({ ...scene, client: scene.ana }, [random.pick(places)], random);
    const { writer, rules, ana } = scene;
    const targets = Array.from({ length: 1 + random.below(2) }, () => random.pick(places));
    const [before, accepted] = [contentOf(ana.doc), acceptedOf(ana.doc)];
    // What was hers may come back in her name: in this scene, once she has written it.
    for (const name of namesOfAna(before)) known.add(name);
    const isSuggester = writer.role === 'suggester';
    const isSuggesting = isSuggester && random.chance(0.7);
    const { update, written } = updateBy(ben.doc, targets, random, isSuggesting);
    const isWhole = random.chance(0.6);
    const sent = isWhole ? update : spoilt(update, random);
    const where = `frame ${run} of seed ${SEED}: ${JSON.stringify({ writer, rules: { ...rules, call: null }, targets })}`;
    ben.connection.receive(updateFrame(sent));
    await scene.room.settled();
    const after = contentOf(ana.doc);
    const changed = places.filter((at) => before.get(at) !== after.get(at));
    for (const at of changed)
      expect({ at, isTheirs: isTheirs(writer, rules, at) }, where).toEqual({ at, isTheirs: true });
    expect([scene.errors, ana.failure, ana.code], where).toEqual([[], null, null]);
    if (isSuggester) expect(acceptedOf(ana.doc), where).toEqual(accepted);
    for (const name of namesOfAna(after)) expect(known, where).toContain(name);
    const isAllowed = written.every((at) => isTheirs(writer, rules, at));
    // A suggester's plain words are taken and marked, all else that is plain is refused.
    if (isWhole && isSuggester === isSuggesting)
      expect({ taken: ben.code === null }, where).toEqual({ taken: isAllowed });
    counts[isWhole ? (isAllowed ? 'allowed' : 'refused') : 'spoilt'] += 1;
    // What did not get through must not be in the way of what comes next.
    if (!isWhole && ben.code === null) ben.connection.ended();
    if (!isWhole) ben = await enterBen(scene);
  }
  console.log(`seed ${SEED}: ${JSON.stringify(counts)}`);
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(RUNS / 10);
}, 0);
