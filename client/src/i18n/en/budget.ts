import type { MessageId } from '@adagia/shared/budget/rule';
import { ruleWords } from '@adagia/shared/budget/rule-words';

const messages = {
  'lump-sum-chosen': '{{lumpSum}} is not one of the lump sums of this call.',
  'work-packages-add-up-over':
    'The work packages add up to {{total}}: {{difference}} more than the lump sum of {{lumpSum}}.',
  'work-packages-add-up-under':
    'The work packages add up to {{total}}: {{difference}} less than the lump sum of {{lumpSum}}.',
  'activities-fill-lump-sum-over':
    'The activities add up to {{total}}: {{difference}} more than the lump sum of {{lumpSum}}.',
  'activities-fill-lump-sum-under':
    'The activities add up to {{total}}: {{difference}} less than the lump sum of {{lumpSum}}.',
  'management-share':
    '{{number}} costs {{amount}}, {{share}} of the lump sum: {{difference}} more than the {{limit}} ({{limitShare}}) that are allowed.',
  'activities-add-up-over':
    '{{name}}: its activities add up to {{activities}}, {{difference}} more than its amount of {{amount}}.',
  'activities-add-up-under':
    '{{name}}: its activities add up to {{activities}}, {{difference}} less than its amount of {{amount}}.',
  'activity-amount': '{{name}} has no amount.',
  'partner-with-money': '{{organisation}} has tasks and no money.',
  'duration-range': 'The project lasts {{duration}} months; the call allows {{min}} to {{max}}.',
  'start-window': 'The project starts on {{startDay}}; the call allows {{fromDay}} to {{toDay}}.',
  'period-set': '{{name}} has no first or last month, or ends before it starts.',
  'months-in-project': '{{name}} goes to M{{month}}; the project ends with M{{duration}}.',
  'activity-in-work-package':
    '{{name}} (M{{from}} to M{{to}}) lies outside of {{host}} (M{{hostFrom}} to M{{hostTo}}).',
  'management-work-package-missing': 'There is no work package of project management yet.',
  'management-work-package-several': '{{name}} is a second work package of project management.',
  'management-work-package-activities': '{{name}} belongs to project management, which has no activities.',
  'activity-has-work-package': '{{name}} belongs to no work package.',
  'work-package-activities': '{{name}} has too few activities: at least {{min}}.',
  'work-package-count': 'Beside project management there are {{number}} work packages; {{min}} to {{max}} are allowed.',
  'work-packages-recommended': 'There are {{number}} work packages; at most {{max}} are recommended.',
  'work-package-title': '{{name}} has no title.',
  'work-package-lead': '{{name}} has no lead.',
  'activity-title': '{{name}} has no title.',
  'activity-venue': '{{name}} has no venue.',
  'activity-lead': '{{name}} has no lead.',
  'activity-participants': 'In {{name}} nobody takes part beside its lead.',
  'partner-with-tasks': '{{organisation}} leads nothing and takes part in nothing.',
  'organisations-min': 'There are {{number}} organisations; the call asks for at least {{min}}.',
  'countries-min':
    'The organisations come from {{number}} countries of the programme; the call asks for at least {{min}}.',
} as const satisfies Record<MessageId, string>;

export const budget = {
  title: 'Budget',
  intro: 'Who gets what for which work. Amounts in euro; everybody sees every change at once.',
  lumpSum: 'Lump sum of the project',
  lumpSumNone: 'Not chosen yet',
  lumpSumUnknown: '{{amount}} (not in this call)',
  empty: {
    title: 'Nothing to share out yet',
    text: 'The rows of the budget are the work packages and activities of the workplan.',
    action: 'Go to the workplan',
  },
  grid: {
    label: 'Budget by organisation',
    help: 'Arrows move, Enter or typing edits, Escape takes back, Shift with arrows selects. Copy, paste, cut, undo, and {{mod}}+D to fill down work as in a spreadsheet.',
    row: 'Work',
    total: 'Total',
    share: 'Share',
    rest: 'Left for activities',
    totals: 'Total',
    lumpSum: 'Lump sum',
    remaining: 'Still to share out',
    over: 'Too much',
    cell: '{{row}}, {{column}}',
    held: '{{name}} is in this cell',
  },
  problem: {
    'not-a-number': 'This is not an amount.',
    negative: 'An amount cannot be negative.',
    'cents-fraction': 'An amount has at most two decimals.',
    'too-large': 'This is more than any budget: at most 1,000,000,000.',
    formula: 'Formulas cannot be stored: paste or type their result.',
    computed: 'This cell is computed or does not exist; nothing can be pasted into it.',
    outside: 'This is outside of the table.',
  },
  paste: {
    refused: 'Nothing was pasted',
    tooMany: 'More than {{max}} cells were copied. Select only the amounts.',
    cell: '{{cell}} “{{text}}”: {{problem}}',
    more_one: 'and {{count}} more cell',
    more_other: 'and {{count}} more cells',
    done_one: '{{count}} cell pasted',
    done_other: '{{count}} cells pasted',
    copied_one: '{{count}} cell copied',
    copied_other: '{{count}} cells copied',
  },
  untitled: '{{number}} without a title',
  named: '{{number}} {{title}}',
  rulesPanel: {
    title: 'Rules of the call',
    green: 'All required rules are kept: this budget adds up.',
    state: { ok: 'Kept', violated: 'Not kept', unknown: 'Cannot be checked yet' },
    should: 'Suggestion',
    goTo: 'Go to',
    goToPlace: 'Go to the place: {{text}}',
    missing: {
      lump_sum: 'Choose the lump sum first.',
      duration: 'Set the duration of the project first.',
      start_date: 'Set the start date first.',
    },
    set: 'Set it',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
    kept_one: '{{count}} rule is kept',
    kept_other: '{{count}} rules are kept',
    unconfirmed: 'Unconfirmed: check it in the guide of the year.',
    'sourced-secondary': 'Known at second hand.',
    origin: 'Source',
  },
  rules: ruleWords,
  messages,
} as const;
