// What belongs to one figure of the budget: its history.
export const figures = {
  bar: 'Selected cell: {{name}}',
  empty: 'empty',
  history: 'History',
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
