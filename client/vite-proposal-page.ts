// Writes `proposal.html` beside the start page: the same page with everything named that a proposal needs before the first
// character can be typed, so that the browser fetches it at once and not one file after the other. Served at `/p/…`.
import type { Plugin } from 'vite';

const FIRST = ['pages/proposal-page.tsx', 'features/narrative/narrative-page.tsx'];

/** Filled in by the server (serve-pages.ts) for people who are signed in. */
const ANSWERS = '<!-- answers -->';

export function proposalPage(): Plugin {
  return {
    name: 'adagia-proposal-page',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const start = bundle['index.html'];
      if (start?.type !== 'asset') throw new Error('no index.html');
      const files = new Set<string>();
      const styles = new Set<string>();
      const add = (name: string) => {
        const chunk = bundle[name];
        if (files.has(name) || chunk?.type !== 'chunk') return;
        files.add(name);
        for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
        for (const one of chunk.imports) add(one);
      };
      for (const [name, chunk] of Object.entries(bundle)) {
        if (chunk.type === 'chunk' && FIRST.some((page) => chunk.facadeModuleId?.endsWith(page))) add(name);
      }
      if (files.size === 0) throw new Error('the first page of a proposal has no parts');
      const page = String(start.source);
      const isNew = (name: string) => !page.includes(name);
      const links = [
        ...[...files].filter(isNew).map((name) => `<link rel="modulepreload" crossorigin href="/${name}">`),
        ...[...styles].filter(isNew).map((name) => `<link rel="stylesheet" crossorigin href="/${name}">`),
      ];
      const source = page.replace('</head>', `  ${[ANSWERS, ...links].join('\n    ')}\n  </head>`);
      this.emitFile({ type: 'asset', fileName: 'proposal.html', source });
    },
  };
}
