// A version of the proposal as something to read: its form with the answers that it had, its plan, budget and partners of that day.
// Pure: knows neither the server nor what the proposal says now, but for what a version does not keep of an organisation.
import type { Organisation } from '@adagia/shared/api/people';
import { type RuleContext, type RuleInput, ruleContext } from '@adagia/shared/budget/rule';
import { BUDGET, FACTS, type Fields, PLAN, splitFieldKey } from '@adagia/shared/document';
import { type OutlineGroup, outlineGroups } from '@adagia/shared/programme/outline';
import type { Call } from '@adagia/shared/programme/schema';
import { shownBlocks } from '@adagia/shared/references/shown-content';
import { type Block, type DeltaOp, deltaToBlocks } from '@adagia/shared/text/blocks';
import { PEOPLE_ROOT, type VersionPart } from '@adagia/shared/versions/version-part';

export interface FrozenProposal {
  groups: OutlineGroup[];
  facts: Fields;
  organisations: Organisation[];
  context: RuleContext;
  /** Of an answer; null: nothing was written. */
  blocksOf(key: string): Block[] | null;
}

interface Frozen {
  parts: readonly { root: string; part: VersionPart }[];
  call: Call;
  sector: string;
  /** As they are now. */
  organisations: readonly Organisation[];
}

const blank: Omit<Organisation, 'id' | 'legalName' | 'role' | 'position'> = {
  legalNameLatin: '',
  country: '',
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

/** By the names and parts that they had; what else is known of them is that of now. */
function organisationsThen(people: Fields, now: readonly Organisation[]): Organisation[] {
  const ids = [...people.keys()].filter((key) => key.endsWith('/name')).map((key) => splitFieldKey(key)[0]);
  return ids.map((id, position) => ({
    ...blank,
    ...now.find((one) => one.id === id),
    id: id as Organisation['id'],
    legalName: String(people.get(`${id}/name`)),
    role: people.get(`${id}/role`) as Organisation['role'],
    position,
  }));
}

export function frozenProposal({ parts, call, sector, organisations: now }: Frozen): FrozenProposal {
  const byRoot = new Map(parts.map(({ root, part }) => [root, part]));
  const fieldsOf = (root: string): Fields => {
    const part = byRoot.get(root);
    return new Map(part?.kind === 'fields' ? Object.entries(part.fields) : []);
  };
  const facts = fieldsOf(FACTS);
  const organisations = organisationsThen(fieldsOf(PEOPLE_ROOT), now);
  const input: RuleInput = { call, sector, organisations, facts, plan: fieldsOf(PLAN), budget: fieldsOf(BUDGET) };
  const context = ruleContext(input);
  const read = shownBlocks(input, (key) => {
    const part = byRoot.get(key);
    return part?.kind === 'text' ? deltaToBlocks(part.ops as DeltaOp[], part.last) : [];
  });
  return {
    groups: outlineGroups({ call, organisations, workplan: context.workplan }),
    facts,
    organisations,
    context,
    blocksOf(key) {
      const blocks = read(key as Parameters<typeof read>[0]);
      return blocks.some(({ runs }) => runs.length > 0) ? blocks : null;
    },
  };
}
