// The servers that we measure ourselves against: installed with npm into .cache/bench on first use, at the exact versions of
// peers/<name>/package.json. No dependency of the workspace: nobody needs them to build, test or run the product.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../scratch-folder.ts';
import type { Contender, Stage } from './contender.ts';
import { serve } from './serve.ts';

const sources = fileURLToPath(new URL('../peers/', import.meta.url));
const cache = fileURLToPath(new URL('../../../.cache/bench/', import.meta.url));

/** @returns the folder in which the peer's server.mjs runs. */
function install(name: string): string {
  const folder = join(cache, name);
  const manifest = readFileSync(join(sources, name, 'package.json'), 'utf8');
  const stamp = join(folder, 'installed.json');
  mkdirSync(folder, { recursive: true });
  cpSync(join(sources, name), folder, { recursive: true });
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === manifest) return folder;
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  // Peers of pre-releases do not fit each other in one of them; nothing here needs an install script.
  const flags = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-package-lock'];
  const { status } = spawnSync('npm', ['install', ...flags, '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${name} could not be installed`);
  writeFileSync(stamp, manifest);
  return folder;
}

function stageOf(name: string): Stage {
  const folder = install(name);
  const used: string[] = [];
  return {
    async start(dataDir) {
      const fresh = dataDir ?? scratchFolder(name);
      used.push(fresh);
      return serve({ args: ['server.mjs'], cwd: folder, dataDir: fresh, env: {} });
    },
    seat: (document) => ({ path: `/document-${document}`, documentName: `document-${document}` }),
    dispose: () => used.forEach((one) => rmSync(one, { recursive: true, force: true })),
  };
}

export const peers: Contender[] = [
  {
    name: 'hocuspocus',
    label: 'Hocuspocus 4.7, SQLite',
    dialect: 'hocuspocus',
    hasSync: true,
    isPersistent: true,
    prepare: async () => stageOf('hocuspocus'),
  },
  {
    name: 'y-websocket-leveldb',
    label: 'y-websocket-server 0.1.1, LevelDB',
    dialect: 'plain',
    hasSync: true,
    isPersistent: true,
    prepare: async () => stageOf('y-websocket-leveldb'),
  },
  {
    name: 'y-websocket-memory',
    label: 'y-websocket-server 0.1.5, memory only',
    dialect: 'plain',
    hasSync: true,
    isPersistent: false,
    prepare: async () => stageOf('y-websocket-memory'),
  },
  {
    name: 'relay',
    label: 'bare ws relay, no document, no disk',
    dialect: 'plain',
    hasSync: false,
    isPersistent: false,
    prepare: async () => stageOf('relay'),
  },
];
