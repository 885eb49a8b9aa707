// Loaded into every server under measurement: on SIGUSR2 it collects garbage and writes down what is really held. The
// resident set alone says little: a process that has garbage left from its start grows into it for free.
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('SIGUSR2', () => {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  writeFileSync(process.env.BENCH_MEMORY_FILE, JSON.stringify({ heldBytes: heapUsed + external }));
});
