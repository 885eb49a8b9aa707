// What each rule of the timetable says, in words. The English interface shows these words; other languages have the same shape.

export const planRuleWords = {
  'activity-result': {
    title: 'Activities bring something',
    prose: 'Each activity says what it is expected to bring: in its text, or as a deliverable.',
  },
  'venue-country': {
    title: 'Venues in participating countries',
    prose:
      'Activities take place in the countries of the organisations that take part. A country is known where its English name stands in the venue.',
  },
  'deliverable-month': {
    title: 'Deliverables have a month',
    prose: 'Each deliverable and milestone says in which month it is there.',
  },
  'points-in-project': {
    title: 'Deliverables within the project',
    prose: 'No deliverable or milestone comes after the last month of the project.',
  },
  'deliverable-in-work-package': {
    title: 'Deliverables within their work package',
    prose: 'A deliverable or milestone comes in the months of its work package.',
  },
  'organisation-load': {
    title: 'Load of each organisation',
    prose: 'No organisation leads more than three activities in the same month.',
  },
  'dependency-order': {
    title: 'What waits for something begins after it',
    prose: 'Whatever begins after something else does not begin before that has ended.',
  },
  'dependency-cycle': {
    title: 'Nothing waits for itself',
    prose: 'No chain of dependencies comes back to where it began.',
  },
} as const;
