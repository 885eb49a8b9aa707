// The one way in: `node scripts/run.mjs <command>`. Needs nothing but a Node >= 20 with npm and a C library.
// Fetches the runtime (Node 24) and pnpm from the npm registry, installs what the lockfile says, builds the client when
// its sources changed, then runs the command with that Node first on PATH. It deliberately knows nothing of the product.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_VERSION = '24.21.0';
const PNPM_VERSION = '12.21.0';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, '.cache');

const say = (text) => process.stderr.write(`adagia: ${text}\n`);

function fail(text) {
  say(text);
  process.exit(1);
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) fail(`could not run ${command}: ${result.error.message}`);
  return result.status ?? 1;
}

/** A folder with our own node and pnpm, fetched once with npm and kept in .cache. Install scripts are not needed. */
function fetchTools() {
  const platform = { win32: 'win', linux: 'linux', darwin: 'darwin' }[process.platform];
  if (!platform) fail(`this operating system (${process.platform}) is not supported; use Linux, macOS or Windows`);
  const nodePackage = `node-${platform}-${process.arch}`;
  const tools = join(cache, `tools-${NODE_VERSION}-${PNPM_VERSION}-${platform}-${process.arch}`);
  const bin = join(tools, 'node_modules', nodePackage, 'bin');
  const node = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  const pnpm = join(tools, 'node_modules', 'pnpm', 'package.json');
  if (!existsSync(node) || !existsSync(pnpm)) {
    say(`fetching Node ${NODE_VERSION} and pnpm ${PNPM_VERSION} (about 60 MB, once)…`);
    mkdirSync(tools, { recursive: true });
    writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
    const packages = [`${nodePackage}@${NODE_VERSION}`, `pnpm@${PNPM_VERSION}`];
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const flags = ['--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--loglevel=error'];
    const status = run(npm, ['install', ...flags, ...packages], { cwd: tools, shell: process.platform === 'win32' });
    if (status !== 0) fail('could not fetch the runtime: is the npm registry reachable?');
  }
  return { bin, node, pnpmBin: join(tools, 'node_modules', '.bin') };
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(existsSync(file) ? readFileSync(file) : '');
  return hash.digest('hex');
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Runs `work` unless the inputs are the same as when it last succeeded. */
function once(name, inputs, work) {
  const stamp = join(cache, `${name}.stamp`);
  const hash = hashOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  work();
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, hash);
}

const packages = ['', 'client', 'server', 'shared', 'db', 'tests'];
const manifests = packages.map((name) => join(root, name, 'package.json'));
const tools = fetchTools();
const bins = packages.map((name) => join(root, name, 'node_modules', '.bin'));
const env = { ...process.env, PATH: [tools.bin, tools.pnpmBin, ...bins, process.env.PATH].join(delimiter) };

/** Runs until the child ends, and hands on what the system asks of us: a server must get the chance to drain. */
function stay(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`could not run ${command}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function install() {
  if (!existsSync(join(root, 'node_modules'))) mkdirSync(cache, { recursive: true });
  const inputs = [...manifests, join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml')];
  const missing = packages.some((name) => !existsSync(join(root, name, 'node_modules')));
  const work = () => {
    say('installing the libraries (10 to 60 s on a fresh machine)…');
    if (
      run('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'], {
        env,
        shell: process.platform === 'win32',
      }) !== 0
    ) {
      fail('the libraries could not be installed: see the message above');
    }
  };
  if (missing) writeFileSync(join(cache, 'install.stamp'), '');
  once('install', inputs, work);
}

function build() {
  const inputs = ['client/src', 'client/public', 'shared/src'].flatMap((folder) => filesBelow(join(root, folder)));
  inputs.push(join(root, 'client/vite.config.ts'), join(root, 'client/index.html'), join(root, 'pnpm-lock.yaml'));
  const built =
    existsSync(join(root, 'client/dist/index.html')) && statSync(join(root, 'client/dist/index.html')).size > 0;
  if (!built) writeFileSync(join(cache, 'build.stamp'), '');
  once('build', inputs, () => {
    say('building the pages (about 10 s)…');
    if (run('pnpm', ['--filter', '@adagia/client', 'build'], { env, shell: process.platform === 'win32' }) !== 0) {
      fail('the pages could not be built: see the message above');
    }
  });
}

const [command = 'start', ...args] = process.argv.slice(2);
mkdirSync(cache, { recursive: true });
install();

const commands = {
  start: () => (build(), stay(tools.node, ['server/src/main.ts', ...args])),
  demo: () => (build(), stay(tools.node, ['server/src/main.ts', '--demo', ...args])),
  build: () => build(),
  dev: () => stay(tools.node, ['scripts/dev.ts', ...args]),
  test: () => (build(), stay(tools.node, ['scripts/test.ts', ...args])),
  exec: () => stay(args[0] === 'node' ? tools.node : args[0], args.slice(1)),
};
const action = commands[command];
if (!action) fail(`unknown command ${command}; there are ${Object.keys(commands).join(', ')}`);
action();
