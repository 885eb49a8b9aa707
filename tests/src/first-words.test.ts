// What is drawn first finds its words there, without having to wait for those of the other pages.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { first as german } from '@adagia/client/i18n/de/first';
import { first } from '@adagia/client/i18n/en/first';
import { en } from '@adagia/client/i18n/en/index';
import { expect, test } from 'vitest';

const sources = resolve(import.meta.dirname, '../../client/src');
/** As in vite-parts.ts. */
const parts = ['main.tsx', 'pages/proposal-page.tsx', 'features/narrative/narrative-page.tsx'];

/** All that these import, not what they fetch later. */
function modulesOf(entries: readonly string[]): Map<string, string> {
  const modules = new Map<string, string>();
  const add = (path: string) => {
    if (modules.has(path) || !existsSync(path)) return;
    const source = readFileSync(path, 'utf8');
    modules.set(path, source);
    for (const [, type, name = ''] of source.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?'(\.[^']+)';/gms)) {
      if (type === undefined) add(resolve(dirname(path), name));
    }
  };
  for (const entry of entries) add(resolve(sources, entry));
  return modules;
}

test('the first pages speak of nothing whose words come later', () => {
  const later: string[] = [];
  for (const [path, source] of modulesOf(parts)) {
    // A call: ids of elements have a colon too.
    const named = [...source.matchAll(/useTranslation\(\[?'(\w+)'|\w\(['`](\w+):\w/g)].map(
      ([, used, key]) => used ?? key ?? '',
    );
    for (const name of named) if (name in en && !(name in first)) later.push(`${relative(sources, path)}: ${name}`);
  }
  expect(later).toEqual([]);
});

test('it looks into all of them', () => {
  const paths = [...modulesOf(parts).keys()].map((path) => relative(sources, path));
  expect(paths).toEqual(
    expect.arrayContaining(['session/save-status.tsx', 'editor/ui/editor-toolbar.tsx', 'ui/app-header.tsx']),
  );
});

test('each language has the same words first', () => {
  expect(Object.keys(german)).toEqual(Object.keys(first));
});
