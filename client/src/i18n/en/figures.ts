// What belongs to one figure of the budget: its history, and what is said about it.
export const figures = {
  bar: 'Selected cell: {{name}}',
  empty: 'empty',
  history: 'History',
  comment: 'Comment',
  comments_one: '{{count}} comment',
  comments_other: '{{count}} comments',
  historyOf: 'History: {{name}}',
  noHistory: 'Nobody has changed this figure yet.',
  fromTo: '{{before}} → {{after}}',
  overtaken: 'Wrote {{value}} at the same moment as somebody else, whose {{after}} counts.',
  atFirst: 'At the beginning: {{value}}',
  restore: 'Put back',
  restoreValue: 'Put back {{value}}',
  now: 'Now',
  more: 'Show older values',
} as const;
