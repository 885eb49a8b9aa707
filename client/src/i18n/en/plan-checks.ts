import type { planRuleWords } from '@adagia/shared/plan/plan-rule-words';

/** Of the rules of the timetable. */
export const planMessages = {
  'activity-result': '{{name}} says nowhere what it is expected to bring.',
  'venue-country': '{{name}} takes place in {{country}}, where no organisation of the project is.',
  'deliverable-month': '{{name}} has no month.',
  'points-in-project': '{{name}} comes in M{{month}}; the project ends with M{{duration}}.',
  'deliverable-in-work-package': '{{name}} (M{{month}}) lies outside of {{host}} (M{{hostFrom}} to M{{hostTo}}).',
  'organisation-load': '{{organisation}} leads {{count}} activities in M{{month}}: {{numbers}}.',
  'dependency-order': '{{name}} begins in M{{from}}, before {{other}} has ended (M{{otherTo}}).',
  'dependency-cycle': '{{name}} waits for {{other}}, which waits for it. Take one of the two dependencies away.',
} as const satisfies Record<keyof typeof planRuleWords, string>;

export const planChecks = {
  title: 'Checks of the plan',
  none: 'Nothing to mend.',
  count_one: '{{count}} to look at',
  count_other: '{{count}} to look at',
  required: 'The form asks for it',
  show: 'Show',
  showPlace: 'Show the place: {{text}}',
  waive: 'Waive',
  waiveText: 'Waive: {{text}}',
  reason: 'Why this may stay as it is',
  reasonHint: 'Everybody in the proposal sees it, with your name.',
  reasonMissing: 'Say why: the others will ask.',
  store: 'Waive with this reason',
  cancel: 'Cancel',
  waivedTitle_one: '{{count}} waived',
  waivedTitle_other: '{{count}} waived',
  waivedBy: '“{{reason}}” – {{name}}, {{when}}',
  somebody: 'somebody who left',
  takeBack: 'Take back',
  takeBackText: 'Take back the waiver: {{text}}',
  waivedSaid: 'Waived: {{text}}',
  backSaid: 'Counts again: {{text}}',
} as const;
