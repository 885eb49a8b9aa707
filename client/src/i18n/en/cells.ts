// What the rows, columns and cells of the budget are called: also where nothing else of it is on the screen.
export const columns = {
  total: 'Total',
  share: 'Share',
  rest: 'Left for activities',
};

export const cells = {
  named: '{{number}} {{title}}',
  untitled: '{{number}} without a title',
  cell: '{{row}}, {{column}}',
  column: columns,
  row: {
    management: 'Project management and implementation',
    meetings: 'Transnational project meetings',
    outputs: 'Intellectual outputs',
    events: 'Multiplier events',
    trainings: 'Learning, teaching and training',
    exceptional: 'Exceptional costs',
    special_needs: 'Special needs support',
    'expensive-travel': 'Expensive travel',
    guarantee: 'Financial guarantee',
    'special-needs': 'Special needs support',
  },
} as const;
