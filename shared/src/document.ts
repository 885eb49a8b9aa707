// The layout of a proposal's Yjs document: flat, so that nothing in it can be replaced wholesale.
//
//   answer:<question>[:<object>]  Y.Text   one per text question (text/blocks.ts says how blocks are kept in it)
//   facts                         Y.Map    <question id> or <question id>/<option id> → string | number | boolean
//   plan                          Y.Map    <object id>/<field> → string | number | boolean (plan/workplan.ts)
//   budget                        Y.Map    <row id>/<column id> → integer cents, <row>/<organisation id>:<quantity> → whole
//                                          number (budget/budget-cells.ts), <row>/<organisation id>:<part> → cents that are
//                                          proposed or offered (budget/negotiation.ts)
//
// No nested shared types, ever: concurrent edits of a nested type are lost when somebody replaces it.

export const FACTS = 'facts';
export const PLAN = 'plan';
export const BUDGET = 'budget';

/**
 * A fact that no question asks for: the deadline that the partners work towards, where that of the call does not serve. Local
 * time in Brussels, '2027-03-04T12:00'.
 */
export const OWN_DEADLINE = 'deadline';

export const mapNames = [FACTS, PLAN, BUDGET] as const;
export type MapName = (typeof mapNames)[number];

/** The values that a field of the three maps may have. */
export type FieldValue = string | number | boolean;

/** What a Y.Map looks like to the pure functions of shared/: `map.toJSON()` or a `Map` of it. */
export type Fields = ReadonlyMap<string, FieldValue>;

/** Of one map's key, for example `<object id>/title` → ['<object id>', 'title']. The part behind the slash may be ''. */
export function splitFieldKey(key: string): [owner: string, field: string] {
  const slash = key.indexOf('/');
  return slash < 0 ? [key, ''] : [key.slice(0, slash), key.slice(slash + 1)];
}
