// The fields of the root-level Y.Map `plan`: one key per field, `<object id>/<field>`, so that two people who change two
// fields of one activity both keep their change. Reading them into a workplan is workplan.ts.
//
//   kind      'wp' | 'activity'     an object exists when it has a kind and is not deleted
//   order     number                place among its siblings; equal ones are ordered by id
//   title     string
//   wp        id of its work package (activities of calls that have work packages)
//   from, to  1 to 60, months of the project, both included: M1 is 1
//   venue     string
//   lead      organisation id, '' for none
//   org:<organisation id>   true when it takes part
//   management  true for the one work package of project management (always WP1, has no activities)
//   deleted   true: kept with its texts and figures so that it can come back
//
// What an activity is expected to bring is text (`answer:act_results:<id>`); what it costs is in the budget.

export const planFields = [
  'kind',
  'order',
  'title',
  'wp',
  'from',
  'to',
  'venue',
  'lead',
  'management',
  'deleted',
] as const;
export type PlanField = (typeof planFields)[number] | `org:${string}`;

export const MONTH_MAX = 60;
export const PLAN_TITLE_MAX = 250;
export const PLAN_VENUE_MAX = 250;
export const PLAN_OBJECTS_MAX = 400;
