// Writes `service-worker.js` beside the built pages, with the list of files that it keeps for work without network. The list
// changes with every build, and with it the worker, so that browsers notice a new version.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const template = fileURLToPath(new URL('./src/offline/service-worker.js', import.meta.url));

export function serviceWorker(): Plugin {
  return {
    name: 'adagia-service-worker',
    apply: 'build',
    // After the start page is written, which takes what is empty out again.
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = [
        '/',
        ...Object.keys(bundle)
          .filter((name) => name.startsWith('assets/'))
          .map((name) => `/${name}`),
      ];
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
      const source = readFileSync(template, 'utf8')
        .replace('__VERSION__', version)
        .replace("['__FILES__']", JSON.stringify(files));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
    },
  };
}
