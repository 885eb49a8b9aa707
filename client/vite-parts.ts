// Which files the built pages come in. Each costs a browser some milliseconds before the first character can be typed, however
// small it is: what every page begins with is one file, what a proposal and its narrative begin with are one each.
import { fileURLToPath } from 'node:url';

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

const sourceOf = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** Modules of our own that a page imports, not those that it fetches later; what they use of libraries goes along with them. */
function modulesOf(page: string): (id: string, graph: Graph) => boolean {
  let modules: Set<string> | null = null;
  const collect = (graph: Graph) => {
    const found = new Set<string>();
    const add = (id: string) => {
      if (found.has(id) || id.includes('node_modules')) return;
      found.add(id);
      for (const one of graph.getModuleInfo(id)?.importedIds ?? []) add(one);
    };
    add(sourceOf(page));
    return found;
  };
  return (id, graph) => (modules ??= collect(graph)).has(id);
}

function part(name: string, page: string) {
  const isOf = modulesOf(page);
  return { name: (id: string, graph: Graph) => (isOf(id, graph) ? name : null) };
}

/** The first that holds a module gets it. */
export const partsOfPages = [
  { name: 'start', tags: ['$initial' as const], priority: 2 },
  { ...part('proposal', 'pages/proposal-page.tsx'), priority: 1 },
  part('write', 'features/narrative/narrative-page.tsx'),
];
