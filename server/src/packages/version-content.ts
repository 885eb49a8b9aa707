// A version as it was kept, as plain values that files are written from: what each root held, and the organisations of that day.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Organisation } from '@adagia/shared/api/people';
import { BUDGET, FACTS, type Fields, type FieldValue, PLAN, splitFieldKey } from '@adagia/shared/document';
import type { ProposalContent } from '@adagia/shared/exchange/proposal-content';
import { type Block, type DeltaOp, deltaToBlocks } from '@adagia/shared/text/blocks';
import { deltaToMarkedBlocks } from '@adagia/shared/text/marked-blocks';
import { hasSuggestions } from '@adagia/shared/text/suggestion-readings';
import { PEOPLE_ROOT, type VersionPart } from '@adagia/shared/versions/version-part';

export interface VersionContent {
  content: ProposalContent;
  organisations: Organisation[];
  /** An answer with what is suggested in it; null where nothing is. */
  suggestedOf(key: AnswerKey): Block[] | null;
}

const none: Omit<Organisation, 'id' | 'legalName' | 'role' | 'position'> = {
  legalNameLatin: '',
  // What the standard says for "unknown": versions of before organisations were kept whole do not have it.
  country: 'ZZ',
  city: '',
  oid: '',
  type: '',
  newcomer: false,
  publicBody: null,
  nonProfit: null,
  established: '',
  charter: '',
  applications: null,
};

function organisationsThen(people: Fields): Organisation[] {
  const cards = new Map<string, Record<string, FieldValue>>();
  for (const [key, value] of people) {
    const [id, field] = splitFieldKey(key);
    // People are beside them, with their role.
    if (field !== 'member') cards.set(id, { ...cards.get(id), [field === 'name' ? 'legalName' : field]: value });
  }
  return [...cards].map(([id, card], position) => ({ ...none, ...card, id, position })) as unknown as Organisation[];
}

export function versionContent(parts: ReadonlyMap<string, VersionPart>): VersionContent {
  const fieldsOf = (root: string): Fields => {
    const part = parts.get(root);
    return new Map(part?.kind === 'fields' ? Object.entries(part.fields) : []);
  };
  const textOf = (key: string): [DeltaOp[], Record<string, unknown>] => {
    const part = parts.get(key);
    return part?.kind === 'text' ? [part.ops as DeltaOp[], part.last] : [[], {}];
  };
  return {
    content: {
      facts: fieldsOf(FACTS),
      plan: fieldsOf(PLAN),
      budget: fieldsOf(BUDGET),
      blocksOf: (key) => deltaToBlocks(...textOf(key)),
    },
    organisations: organisationsThen(fieldsOf(PEOPLE_ROOT)),
    suggestedOf(key) {
      const text = textOf(key);
      return hasSuggestions(...text) ? deltaToMarkedBlocks(...text) : null;
    },
  };
}
