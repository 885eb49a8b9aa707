// Puts the server together, says where it is, and ends cleanly. Everything that an administrator can mend is one line.
import { fileURLToPath } from 'node:url';
import { DatabaseError } from '@adagia/db/open-database';
import { ConfigError, readConfig } from './config/read-config.ts';
import { startServer } from './start-server.ts';

const pagesFolder = fileURLToPath(new URL('../../client/dist', import.meta.url));
/** Milliseconds after which a stop does not wait any longer: what was accepted is on disk long before. */
const STOP_AFTER_MS = 10_000;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** In one line, for whoever started it: they see no stack traces. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseError) return error.message;
  const { code, syscall, path, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'the port is in use by another program; choose another one with PORT';
  if (code === 'EACCES' && syscall === 'listen')
    return 'the port may not be used by this user; choose another one with PORT';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'this machine has no such address; mend HOST';
  if (code === 'ENOENT' && path?.startsWith(pagesFolder)) return 'the pages are not built; run `npm run build`';
  return message;
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const server = await startServer(config, { pagesFolder, isDemo: process.argv.includes('--demo'), print: say });
  say(`Adagia is ready: ${config.publicUrl}`);
  for (const line of server.welcome) say(line);
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_AFTER_MS).unref();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`adagia: ${explain(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`adagia: ${explain(error)}\n`);
  process.exit(1);
});
