// The figures of a call, wherever they stand in its data: found, counted and replaced by their paths. A path names what has an
// id by its id ('sections.relevance.groups.needs.questions.needs.limit'), so that a new question moves no figure.
import type { Sourced } from './sourced.ts';

export type Figure = Sourced<unknown>;

export function isFigure(node: unknown): node is Figure {
  return typeof node === 'object' && node !== null && 'confidence' in node && 'value' in node;
}

function nameOf(name: string, child: unknown): string {
  if (typeof child !== 'object' || child === null) return name;
  if ('id' in child) return String(child.id);
  return 'round' in child ? `round-${String(child.round)}` : name;
}

/** Parts without a changed figure stay the same objects: whoever remembers something of them need not forget it. */
export function mapFigures<T>(node: T, change: (figure: Figure, path: string) => Figure, path = ''): T {
  if (typeof node !== 'object' || node === null) return node;
  if (isFigure(node)) return change(node, path) as T;
  const mapped = Object.entries(node).map(([name, child]): [string, unknown] => {
    const step = nameOf(name, child);
    return [name, mapFigures(child as unknown, change, path ? `${path}.${step}` : step)];
  });
  const isSame = mapped.every(([name, child]) => (node as Record<string, unknown>)[name] === child);
  if (isSame) return node;
  return (Array.isArray(node) ? mapped.map(([, child]) => child) : Object.fromEntries(mapped)) as T;
}

/** In the order of the data. */
export function listFigures(node: unknown): { path: string; figure: Figure }[] {
  const found: { path: string; figure: Figure }[] = [];
  mapFigures(node, (figure, path) => {
    found.push({ path, figure });
    return figure;
  });
  return found;
}
