// The fields of the root-level Y.Map `plan`: one key per field, `<object id>/<field>`, so that two people who change two
// fields of one activity both keep their change. Reading them into a workplan is workplan.ts.
//
//   kind      'wp' | 'activity' | 'deliverable' | 'milestone'     an object exists when it has a kind and is not deleted
//   order     number                place among its siblings; equal ones are ordered by id
//   title     string
//   wp        id of its work package (of everything but work packages, in calls that have them)
//   part      'meeting' | 'output' | 'event' of an activity, in calls whose forms ask about these apart; none: any other activity
//   from, to  1 to 60, months of the project, both included: M1 is 1
//   month     1 to 60: when a deliverable is due, or a milestone reached
//   type      what an activity is: one of activityTypes, '' for any other
//   of        of a deliverable: the activity that brings it, '' for none
//   venue     string
//   lead      organisation id, '' for none
//   org:<organisation id>   true when it takes part
//   management  true for the one work package of project management (always WP1, has no activities)
//   after:<object id>   true when it begins after that one has ended (dependencies.ts)
//   waived:<rule id>    who waived the rule here, when and why (waivers.ts); also of an organisation, and of the whole plan
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
  'month',
  'type',
  'part',
  'of',
  'venue',
  'lead',
  'management',
  'deleted',
] as const;
export type PlanField = (typeof planFields)[number] | `${'org' | 'after' | 'waived'}:${string}`;

/** An activity of the form may be one of these: a transnational project meeting, learning for people, an event for others. */
export const activityTypes = ['meeting', 'learning', 'event'] as const;
export type ActivityType = (typeof activityTypes)[number] | '';

export const planKinds = ['wp', 'activity', 'deliverable', 'milestone'] as const;
export type PlanKind = (typeof planKinds)[number];

export const MONTH_MAX = 60;
export const PLAN_TITLE_MAX = 250;
export const PLAN_VENUE_MAX = 250;
export const PLAN_OBJECTS_MAX = 400;
