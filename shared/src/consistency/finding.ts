// What a check of the texts looks at, and what it finds: something that the text says and the plan, the budget or another text does not.
// Findings are waived as rules of the plan are (plan/waivers.ts): with a reason, in the map `plan`, by what is said and where. Who
// changes the sentence is asked again.
import type { AnswerKey } from '../answer-key.ts';
import type { RuleContext, RuleOrganisation } from '../budget/rule.ts';
import type { Fields } from '../document.ts';
import { type Waiver, WHOLE_PLAN, waiverOf } from '../plan/waivers.ts';
import { hashText } from '../text/hash-text.ts';

/** An answer as the portal would get it. */
export interface TextToCheck {
  key: AnswerKey;
  questionId: string;
  /** What it is repeated for, null for what is asked once. */
  objectId: string | null;
  text: string;
}

export interface ConsistencyInput
  extends Pick<RuleContext, 'workplan' | 'budget' | 'budgetFields' | 'lines' | 'project' | 'planFields'> {
  organisations: readonly {
    id: string;
    role: RuleOrganisation['role'];
    legalName: string;
    legalNameLatin: string;
    country: string;
    city?: string;
  }[];
  texts: readonly TextToCheck[];
  acronym: string;
  glossary: readonly Term[];
}

/** A term of the project, and how it should not be spelled. */
export interface Term {
  id: string;
  term: string;
  variants: readonly string[];
}

export const textChecks = [
  'text-amount',
  'text-month',
  'text-duration',
  'text-count',
  'text-number',
  'text-acronym',
  'partner-unnamed',
  'objective-alone',
  'indicator-number',
  'two-spellings',
] as const;
export type TextCheck = (typeof textChecks)[number];

export interface Finding {
  check: TextCheck;
  /** Where it is mended; null where the whole text lacks something. */
  key: AnswerKey | null;
  /** The sentence. */
  quote: string;
  /** For the explanation; names ending in Cents are cents. */
  data: Readonly<Record<string, string | number>>;
  /** What a waiver of it is kept under, with WHOLE_PLAN. */
  waiverId: string;
}

/** Characters of a quote: a sentence, not a paragraph. */
const QUOTE_MAX = 240;
/** Of one that is longer. */
export const QUOTE_END = '…';
/** What stands in a text for a live figure, which cannot disagree with the data. */
export const LIVE = '[…]';

export function finding(
  check: TextCheck,
  { key, text }: { key: AnswerKey | null; text: string },
  data: Finding['data'],
): Finding {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const quote = line.length > QUOTE_MAX ? `${line.slice(0, QUOTE_MAX).toWellFormed()}${QUOTE_END}` : line;
  return { check, key, quote, data, waiverId: `${check}-${hashText(JSON.stringify([key, line, data]))}` };
}

export interface WaivedFinding {
  finding: Finding;
  waiver: Waiver;
}

export function withoutWaivedFindings(
  found: readonly Finding[],
  plan: Fields,
): { open: Finding[]; waived: WaivedFinding[] } {
  const open: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const one of found) {
    const waiver = waiverOf(plan, WHOLE_PLAN, one.waiverId);
    if (waiver) waived.push({ finding: one, waiver });
    else open.push(one);
  }
  return { open, waived };
}
