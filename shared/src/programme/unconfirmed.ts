// The figures of a call that nobody has confirmed: what an administrator or a coordinator should look up before relying on them.
import { listFigures } from './figures.ts';
import type { Call, Confidence } from './schema.ts';

export interface UncertainFigure {
  /** Where in the call's data: 'durationMonths.min', 'sections.relevance.groups.needs.questions.needs.limit'. */
  path: string;
  /** As it is used now. */
  value: string;
  confidence: Exclude<Confidence, 'sourced'>;
  sources: readonly string[];
  note: string;
}

/** In the order of the data. What only a second source says is among them, after what no source says for certain. */
export function uncertainFigures(call: Call): UncertainFigure[] {
  const found = listFigures(call).flatMap(({ path, figure }): UncertainFigure[] => {
    const { value, confidence, sources, note = '' } = figure;
    if (confidence === 'sourced') return [];
    return [{ path, value: typeof value === 'string' ? value : JSON.stringify(value), confidence, sources, note }];
  });
  return found.sort((a, b) => Number(b.confidence === 'unconfirmed') - Number(a.confidence === 'unconfirmed'));
}
