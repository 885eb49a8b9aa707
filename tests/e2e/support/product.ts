// The product as a user starts it: one process, one port, one data folder. Can be killed hard and started again on the
// same port, which is what several tests are about.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

export interface ProductOptions {
  args?: string[];
  env?: Record<string, string>;
}

export class Product {
  readonly url: string;
  readonly dataDir: string;
  readonly #port: number;
  readonly #options: ProductOptions;
  #child: ChildProcess | null = null;
  /** Everything it printed. */
  output = '';

  private constructor(port: number, options: ProductOptions) {
    this.#port = port;
    this.#options = options;
    this.url = `http://localhost:${port}`;
    this.dataDir = mkdtempSync(join(tmpdir(), 'adagia-e2e-'));
  }

  static async start(options: ProductOptions = {}): Promise<Product> {
    const product = new Product(await freePort(), options);
    await product.start();
    return product;
  }

  /** Resolves when `GET /healthz` answers. @param more settings that the administrator has changed */
  async start(more: Record<string, string> = {}): Promise<void> {
    const own = { PORT: String(this.#port), DATA_DIR: this.dataDir };
    const env = { ...process.env, ...own, ...this.#options.env, ...more };
    const child = spawn(process.execPath, ['server/src/main.ts', ...(this.#options.args ?? [])], { cwd: root, env });
    this.#child = child;
    const listen = (chunk: Buffer) => (this.output += chunk.toString());
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    await this.#untilHealthy(child);
  }

  /** Asks again whenever the process says something or a request fails: it says nothing regular that could be awaited. */
  async #untilHealthy(child: ChildProcess): Promise<void> {
    for (const deadlineMs = Date.now() + 60_000; Date.now() < deadlineMs; ) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${this.output}`);
      const answer = await fetch(`${this.url}/healthz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the server did not become ready:\n${this.output}`);
  }

  /** Stops it, so that nobody else has its database, and starts it again. @param more settings that the administrator has changed */
  async whileStopped(change: (database: DatabaseSync) => void, more: Record<string, string> = {}): Promise<void> {
    await this.stop();
    const database = new DatabaseSync(join(this.dataDir, 'adagia.sqlite'));
    change(database);
    database.close();
    await this.start(more);
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** `npm run <name> -- ...args` beside it. @returns what it printed; throws when it fails. */
  async give(name: 'backup' | 'restore', ...args: string[]): Promise<string> {
    const env = { ...process.env, DATA_DIR: this.dataDir };
    const command = promisify(execFile);
    const { stdout } = await command(process.execPath, [`server/src/maintenance/${name}.ts`, ...args], {
      cwd: root,
      env,
    });
    return stdout;
  }

  /** SIGKILL: what a power cut or the kernel does. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** SIGTERM: what an administrator does. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
