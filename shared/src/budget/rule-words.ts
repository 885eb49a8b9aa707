// What each rule says, in words: the ids by which rules are known in code, tests, RULES.md and messages.
// The English interface shows these words; other languages have the same shape.
import { consortiumWords } from '../consortium/consortium-words.ts';
import { planRuleWords } from '../plan/plan-rule-words.ts';
import { unitCostWords } from '../unit-costs/unit-cost-words.ts';

export const ruleWords = {
  ...consortiumWords,
  ...planRuleWords,
  ...unitCostWords,
  'lump-sum-chosen': {
    title: 'Lump sum',
    prose: 'The project asks for one of the lump sums of the call.',
  },
  'work-packages-add-up': {
    title: 'Work packages add up to the lump sum',
    prose: 'The amounts of all work packages, project management included, add up to the lump sum.',
  },
  'management-share': {
    title: 'Share of project management',
    prose: 'Work package 1, project management, costs at most the share of the lump sum that the call allows.',
  },
  'activities-add-up': {
    title: 'Activities add up to their work package',
    prose: 'In each work package beside management, the amounts of the activities add up to its amount.',
  },
  'activities-fill-lump-sum': {
    title: 'Activities add up to the lump sum',
    prose: 'Where activities carry the amounts, they add up to the lump sum.',
  },
  'activity-amount': {
    title: 'Every activity has an amount',
    prose: 'The form asks for the amount of each activity.',
  },
  'partner-with-money': {
    title: 'Every organisation has a share',
    prose:
      'An organisation that leads something or takes part in it has an amount; evaluators ask otherwise who pays its work.',
  },
  'duration-range': {
    title: 'Duration of the project',
    prose: 'The project lasts as many months as the call allows.',
  },
  'start-window': {
    title: 'Start of the project',
    prose: 'The project starts within the time that the call allows.',
  },
  'period-set': {
    title: 'Everything has its months',
    prose: 'Each work package and activity has a first and a last month, in this order.',
  },
  'months-in-project': {
    title: 'Months within the project',
    prose: 'No work package or activity begins or ends after the last month of the project.',
  },
  'activity-in-work-package': {
    title: 'Activities within their work package',
    prose: 'An activity takes place in the months of its work package.',
  },
  'management-work-package': {
    title: 'Work package 1 is project management',
    prose: 'There is one work package of project management, it is the first, and it has no activities.',
  },
  'activity-has-work-package': {
    title: 'Every activity belongs to a work package',
    prose: 'Where there are work packages, each activity belongs to one of them.',
  },
  'work-package-activities': {
    title: 'Work packages have activities',
    prose: 'Each work package beside management has as many activities as the form wants at the least.',
  },
  'work-package-count': {
    title: 'Number of work packages',
    prose: 'Beside management there are as many work packages as the form allows.',
  },
  'work-packages-recommended': {
    title: 'Few work packages',
    prose: 'The guides recommend a small number of work packages, project management included.',
  },
  'work-package-title': {
    title: 'Work packages have a title',
    prose: 'The form asks for the title of each work package.',
  },
  'work-package-lead': {
    title: 'Work packages have a lead',
    prose: 'One organisation leads each work package; evaluators look for who is responsible.',
  },
  'activity-title': { title: 'Activities have a title', prose: 'The form asks for the title of each activity.' },
  'activity-venue': { title: 'Activities have a venue', prose: 'The form asks for the venue of each activity.' },
  'activity-lead': { title: 'Activities have a lead', prose: 'The form asks which organisation leads each activity.' },
  'activity-participants': {
    title: 'Activities are shared',
    prose: 'Beside its lead, at least one other organisation takes part in an activity.',
  },
  'partner-with-tasks': {
    title: 'Every organisation has tasks',
    prose: 'Each organisation leads a work package or an activity, or takes part in one.',
  },
  'organisations-min': {
    title: 'Number of organisations',
    prose: 'As many organisations take part as the call asks for at the least.',
  },
  'countries-min': {
    title: 'Number of countries',
    prose: 'The organisations come from as many different Member States and associated countries as the call asks for.',
  },
} as const satisfies Record<string, { title: string; prose: string }>;

export type RuleId = keyof typeof ruleWords;
