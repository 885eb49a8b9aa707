// A proposal's answers with every live reference in its words of today: what is counted, copied and exported, on the server as in the
// browser. One function, so that a count, the portal's copy and a file never differ.
import type { AnswerKey } from '../answer-key.ts';
import { type RuleInput, ruleContext } from '../budget/rule.ts';
import type { Fields } from '../document.ts';
import type { Block } from '../text/blocks.ts';
import { hasReferences, type ReferenceReader, withPlainReferences, withWordsOfToday } from '../text/references.ts';
import { ReferenceValues } from './reference-targets.ts';

/** The form's language where nobody has chosen one yet. */
export const LANGUAGE_BY_DEFAULT = 'EN';

export function formLanguage(facts: Fields): string {
  const language = facts.get('language');
  return typeof language === 'string' && language !== '' ? language : LANGUAGE_BY_DEFAULT;
}

export function referenceValues(input: RuleInput): ReferenceValues {
  const { organisations, facts } = input;
  return new ReferenceValues({ ...ruleContext(input), organisations, facts, language: formLanguage(facts) });
}

type BlockReader = (key: AnswerKey) => Block[];

/** The plan is read when the first reference is met. */
function reading(
  input: RuleInput,
  blocksOf: BlockReader,
  change: (blocks: Block[], read: ReferenceReader) => Block[],
): BlockReader {
  let values: ReferenceValues | null = null;
  return (key) => {
    const blocks = blocksOf(key);
    if (!hasReferences(blocks)) return blocks;
    values ??= referenceValues(input);
    return change(blocks, values.read);
  };
}

/** @returns reads answers as `blocksOf` does, references as plain words */
export const shownBlocks = (input: RuleInput, blocksOf: BlockReader): BlockReader =>
  reading(input, blocksOf, withPlainReferences);

/** @returns reads answers as `blocksOf` does, with references that keep what they say today */
export const blocksOfToday = (input: RuleInput, blocksOf: BlockReader): BlockReader =>
  reading(input, blocksOf, withWordsOfToday);
