// `npm run dev`: the server on port 3000, restarted when its sources change, and Vite with hot reload in front of it.
// Open the address that Vite prints; it hands /api and /sync on to the server.
import { spawn } from 'node:child_process';

const children = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/src/main.ts', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PUBLIC_URL: process.env.PUBLIC_URL ?? 'http://localhost:5173' },
  }),
  spawn('vite', ['--port', '5173', '--strictPort'], {
    cwd: 'client',
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }),
];

function stop(): void {
  for (const child of children) child.kill('SIGTERM');
}

for (const child of children) child.on('exit', stop);
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
