// What goes wrong in a run: servers, disks, lines, tabs, devices, rights, backups. Each is a function on the simulation that
// says by itself when it is over.
import { EDITOR_ORIGIN } from '@adagia/client/session/proposal-session';
import { hintTopics } from '@adagia/shared/wire/messages';
import { ANSWERS } from './contained.ts';
import { anchor } from './operations.ts';
import type { Person, Simulation } from './simulation.ts';
import type { VirtualPage } from './virtual-page.ts';

type Trouble = (simulation: Simulation) => void;

function restartLater(simulation: Simulation): void {
  simulation.clock.after(simulation.random.between(20, 3000), () => {
    if (!simulation.server || simulation.server.isGone) simulation.startServer();
  });
}

const crash: Trouble = (simulation) => {
  simulation.server?.crash();
  restartLater(simulation);
};

/** For every process that runs there. */
const powerCut: Trouble = (simulation) => {
  for (const server of simulation.servers) server.crash();
  simulation.disk.cutPower();
  restartLater(simulation);
};

const drain: Trouble = (simulation) => {
  const { server } = simulation;
  if (!server || server.isGone) return;
  const end = () => {
    server.crash();
    restartLater(simulation);
  };
  server.drain().then(end, end);
};

/** Another process takes the document over while the old one still believes that it owns it. */
const secondOwner: Trouble = (simulation) => {
  const old = simulation.server;
  simulation.startServer();
  simulation.clock.after(simulation.random.between(1, 4000), () => old?.crash());
};

const failCommit: Trouble = ({ disk, random }) => {
  disk.nextFault = random.pick(['nothing-stored', 'stored-anyway'] as const);
};

const slowDisk: Trouble = ({ disk, random, clock }) => {
  disk.slowByMs = random.between(50, 3000);
  clock.after(random.between(500, 4000), () => {
    disk.slowByMs = 0;
  });
};

function onPage(work: (page: VirtualPage, simulation: Simulation) => void, simulation: Simulation): void {
  if (simulation.pages.length === 0) return;
  const page = simulation.random.pick(simulation.pages);
  simulation.trace(`  of ${page.name}`);
  work(page, simulation);
}

const cutLine: Trouble = (all) => onPage(({ line }) => line?.cut(), all);
const dumbLine: Trouble = (all) =>
  onPage(({ line }, { random }) => line?.goDumb(random.pick(['toClient', 'toServer'] as const)), all);
const slowLine: Trouble = (all) =>
  onPage(({ line }, { random, clock }) => {
    if (!line) return;
    line.slowByMs = random.between(100, 5000);
    clock.after(random.between(500, 3000), () => {
      line.slowByMs = 0;
    });
  }, all);

function reopenLater(simulation: Simulation, person: Person): void {
  simulation.clock.after(simulation.random.between(10, 4000), () => void simulation.openPage(person));
}

const closeTab: Trouble = (all) =>
  onPage((page, simulation) => {
    page.close();
    reopenLater(simulation, page.person);
  }, all);
const killTab: Trouble = (all) =>
  onPage((page, simulation) => {
    page.kill();
    reopenLater(simulation, page.person);
  }, all);
const anotherTab: Trouble = (all) =>
  onPage(({ person }, simulation) => {
    if (person.pages.filter((page) => !page.isGone).length < 3) simulation.openPage(person);
  }, all);

/** The whole building: the server drops the room meanwhile, and loads it again. */
const cutAllLines: Trouble = ({ pages }) => {
  for (const { line } of pages) line?.cut();
};

const fullDevice: Trouble = (all) =>
  onPage(({ person: { device } }, { random, clock }) => {
    if (!device) return;
    device.fault = new Error('QuotaExceededError');
    clock.after(random.between(100, 8000), () => {
      device.fault = null;
    });
  }, all);

const changeRole: Trouble = (simulation) => {
  const person = simulation.random.pick(simulation.people);
  // Whoever is out already comes back in the end, or there would be nothing to compare at rest.
  const before = person.role === 'outsider' ? 'reviewer' : person.role;
  simulation.setRole(person, simulation.random.pick(['reviewer', 'outsider'] as const));
  simulation.clock.after(simulation.random.between(50, 6000), () => simulation.setRole(person, before));
};

const signOut: Trouble = (all) =>
  onPage(({ person }, simulation) => {
    simulation.signOut(person);
    simulation.clock.after(simulation.random.between(100, 3000), () => {
      for (const page of person.pages) page.close();
      simulation.openPage(person);
    });
  }, all);

/** What no page of ours sends. */
const garbage: Trouble = (all) =>
  onPage(({ line }, { random }) => {
    const bytes = Uint8Array.from({ length: random.between(1, 30) }, () => random.between(0, 255));
    if (line?.clientEnd.isOpen) line.clientEnd.send(bytes);
  }, all);

const lockAnswer: Trouble = (simulation) => {
  const answer = simulation.random.pick(ANSWERS);
  simulation.lock(answer);
  simulation.clock.after(simulation.random.between(500, 14_000), () => simulation.unlock(answer));
};

/** Somebody who may only suggest makes their page format what is accepted. */
const forgePlainEdit: Trouble = ({ pages, random }) => {
  const page = pages.find(({ person, session }) => person.isSuggester && session?.canWrite.get());
  const text = page?.session?.doc.getText('answer:motivation');
  if (!page || !text || text.length === 0) return;
  page.person.mayBeRefused = true;
  page.change(() => text.format(random.between(0, text.length - 1), 1, { bold: true }));
};

/** Somebody who may not write makes their page write all the same. */
const forge: Trouble = (all) =>
  onPage((page, { random, books }) => {
    const { session, person } = page;
    if (!session || session.canWrite.get()) return;
    const words = books.type(person.index, random.between(1, 4));
    session.doc.transact(() => session.doc.getText('answer:motivation').insert(0, words), EDITOR_ORIGIN);
  }, all);

const hint: Trouble = (simulation) => {
  const topic = simulation.random.pick(hintTopics);
  simulation.sql.set(topic, (simulation.sql.get(topic) ?? 0) + 1);
  simulation.server?.hint(topic);
};

/** Taken now and restored later: everything since is gone from the document, and nothing of it may come back by itself. */
const restoreBackup: Trouble = (simulation) => {
  const backup = simulation.disk.backUp();
  simulation.clock.after(simulation.random.between(100, 8000), () => simulation.restore(backup));
};

/** Longer than the slowest disk, so that there is a while in which nothing may change. */
const freeze: Trouble = (simulation) => {
  simulation.freeze();
  simulation.clock.after(simulation.random.between(8000, 16_000), () => simulation.unfreeze());
};

const weighted: [Trouble, number][] = [
  [crash, 4],
  [powerCut, 3],
  [drain, 1],
  [secondOwner, 1],
  [failCommit, 2],
  [slowDisk, 2],
  [cutLine, 6],
  [dumbLine, 3],
  [slowLine, 3],
  [cutAllLines, 1],
  [closeTab, 3],
  [killTab, 2],
  [anotherTab, 2],
  [fullDevice, 1],
  [changeRole, 2],
  [lockAnswer, 2],
  [forge, 1],
  [signOut, 1],
  [garbage, 1],
  [hint, 2],
  [anchor, 2],
];
const troubles = weighted.flatMap(([trouble, weight]) => Array.from({ length: weight }, () => trouble));

/** In how many runs a backup is restored: what it takes back cannot be checked as strictly. */
const RESTORES = 0.1;
/** And in how many everything is frozen: nobody writes meanwhile, so that other things happen less. */
const FREEZES = 0.2;

export function scheduleTrouble(simulation: Simulation, count: number, forMs: number): void {
  const { clock, random } = simulation;
  const at = (trouble: Trouble) =>
    clock.after(random.between(0, forMs), () => {
      simulation.trace(`! ${trouble.name}`);
      simulation.count(`trouble: ${trouble.name}`);
      trouble(simulation);
    });
  for (let left = count; left > 0; left -= 1) at(random.pick(troubles));
  if (random.chance(RESTORES)) at(restoreBackup);
  if (simulation.hasSuggestions) at(forgePlainEdit);
  if (random.chance(FREEZES)) at(freeze);
}
