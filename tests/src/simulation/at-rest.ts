// The end of a run: everything that was wrong is mended, everybody comes back, and then all must agree: the pages, the server,
// what a new process reads from the disk, a newcomer. And every character is accounted for.
import { contentOf, wordsOf } from './contained.ts';
import type { Simulation } from './simulation.ts';
import { checkOutright, checkSuggesters } from './suggested.ts';
import type { VirtualPage } from './virtual-page.ts';

/** Milliseconds. A line that went dumb looks settled until the longest silence is over. */
const REST_MIN_MS = 40_000;
/** Milliseconds. What was lost on its way to a page that has nothing to say is found at the next question. */
const FOUND_AFTER_MS = 100_000;
/** Milliseconds. The longest back-off is eight seconds, a dumb line is found after half a minute, a few of these may follow each other. */
const REST_MAX_MS = 240_000;
const STEP_MS = 4000;

function mend(simulation: Simulation): void {
  simulation.disk.slowByMs = 0;
  simulation.disk.nextFault = null;
  if (!simulation.server || simulation.server.isGone) simulation.startServer();
  for (const answer of simulation.locked.keys()) simulation.unlock(answer);
  simulation.unfreeze();
  for (const person of simulation.people) {
    if (person.device) person.device.fault = null;
    if (person.role === 'outsider') {
      const writer = person.isSuggester ? 'suggester' : 'writer';
      simulation.setRole(person, simulation.random.pick([writer, 'reviewer']));
    }
    // A tab that is open goes on; a person who has none opens one, with whatever their device holds.
    if (person.pages.every((page) => page.isGone || page.session === null)) simulation.openPage(person);
  }
}

const isUpToDate = ({ known }: VirtualPage, { sql }: Simulation): boolean =>
  [...sql].every(([topic, version]) => version === 0 || known.get(topic) === version);

function isSettled(simulation: Simulation): boolean {
  return simulation.people.every(({ pages }) =>
    pages
      .filter((page) => !page.isGone)
      .every((page) => page.session?.saveState.get().kind === 'saved' && isUpToDate(page, simulation)),
  );
}

async function waitForRest(simulation: Simulation): Promise<void> {
  const atLeastMs = simulation.faults.losesUpdates ? FOUND_AFTER_MS : REST_MIN_MS;
  for (let passedMs = 0; passedMs < REST_MAX_MS; passedMs += STEP_MS) {
    await simulation.clock.run(STEP_MS, () => simulation.hasFailed);
    simulation.throwIfFailed();
    if (passedMs >= atLeastMs && isSettled(simulation)) return;
  }
  for (const page of simulation.pages) {
    const state = JSON.stringify(page.session?.saveState.get());
    if (page.session?.saveState.get().kind !== 'saved') simulation.fail(`${page.name} does not come to rest: ${state}`);
    else if (!isUpToDate(page, simulation)) simulation.fail(`${page.name} missed a hint`);
  }
  simulation.throwIfFailed();
  simulation.fail('a page did not open');
}

async function inVirtualTime<T>(simulation: Simulation, asked: Promise<T>): Promise<T> {
  let isDone = false;
  const answer = asked.finally(() => {
    isDone = true;
  });
  await simulation.clock.run(60_000, () => isDone);
  return answer;
}

function check(simulation: Simulation, who: string, content: string, expected: string): void {
  if (content !== expected) simulation.fail(`${who} shows something else: ${content} instead of ${expected}`);
}

function checkPage(simulation: Simulation, page: VirtualPage, expected: string): void {
  const { doc } = page.session!;
  if (doc.store.pendingStructs || doc.store.pendingDs) simulation.fail(`${page.name} has something pending`);
  check(simulation, page.name, contentOf(doc), expected);
  page.verify();
}

async function checkServer(simulation: Simulation, expected: string): Promise<void> {
  const { server } = simulation;
  if (!server) throw new Error('no server');
  check(simulation, 'the server', await inVirtualTime(simulation, server.content()), expected);
  server.crash();
  simulation.disk.cutPower();
  check(simulation, 'the replayed log', contentOf(simulation.disk.replay()), expected);
  simulation.startServer();
  check(simulation, 'the next server', await inVirtualTime(simulation, simulation.server!.content()), expected);
}

/**
 * @param seeksOutright words that were written outright must not be pending: a rule that does not hold yet (SYNC.md)
 * @throws SimulationFailure
 */
export async function comeToRest(simulation: Simulation, seeksOutright: boolean): Promise<void> {
  simulation.trace('── rest');
  mend(simulation);
  await waitForRest(simulation);
  simulation.addNewcomer();
  await waitForRest(simulation);
  const { durable } = simulation.disk;
  const expected = contentOf(durable);
  for (const page of simulation.pages) checkPage(simulation, page, expected);
  if (simulation.hasSuggestions) {
    checkSuggesters(simulation, simulation.disk.entries);
    if (seeksOutright) checkOutright(simulation, durable);
  }
  for (const { index, device } of simulation.people) if (device) simulation.books.showRefused(index, device.refused);
  for (const problem of simulation.books.audit(wordsOf(durable))) simulation.fail(problem);
  await checkServer(simulation, expected);
  simulation.throwIfFailed();
}

/** What lets memory go: pages and documents of a run that is over. */
export function end(simulation: Simulation): void {
  simulation.server?.crash();
  for (const page of simulation.pages) page.kill();
  simulation.disk.durable.destroy();
}
