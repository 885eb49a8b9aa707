// The figures of a call that nobody has confirmed: what an administrator or a coordinator should look up before relying on them.
import type { Call, Confidence } from './schema.ts';

export interface UncertainFigure {
  /** Where in the call's data: 'durationMonths.min', 'sections.relevance.need'. */
  path: string;
  /** As it is used now. */
  value: string;
  confidence: Exclude<Confidence, 'sourced'>;
  sources: string[];
  note: string;
}

/** In the order of the data. What only a second source says is among them, after what no source says for certain. */
export function uncertainFigures(call: Call): UncertainFigure[] {
  const found: UncertainFigure[] = [];
  visit(call, '', found);
  return found.sort((a, b) => Number(b.confidence === 'unconfirmed') - Number(a.confidence === 'unconfirmed'));
}

function visit(node: unknown, path: string, found: UncertainFigure[]): void {
  if (typeof node !== 'object' || node === null) return;
  const figure = node as { value?: unknown; confidence?: Confidence; sources?: string[]; note?: string };
  if (figure.confidence !== undefined && figure.value !== undefined) {
    const { value, confidence, sources = [], note = '' } = figure;
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    if (confidence !== 'sourced') found.push({ path, value: shown, confidence, sources, note });
    return;
  }
  for (const [name, child] of Object.entries(node))
    visit(child, path ? `${path}.${nameOf(name, child)}` : nameOf(name, child), found);
}

/** Lists by the ids of what is in them. */
function nameOf(name: string, child: unknown): string {
  return typeof child === 'object' && child !== null && 'id' in child ? String(child.id) : name;
}
