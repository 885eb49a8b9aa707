// What each rule of unit costs says, in words.
export const unitCostWords = {
  'unit-grant-max': {
    title: 'Ceiling of the grant',
    prose: 'The grant stays below what the call pays for a month, for a year and for a project, whichever is lowest.',
  },
  'unit-school-max': {
    title: 'Ceiling of school exchanges',
    prose: 'In school exchange partnerships the grant stays below what the call pays for each school and year.',
  },
  'unit-events-max': {
    title: 'Ceiling of multiplier events',
    prose: 'All multiplier events together cost at most what the call pays for a project.',
  },
  'unit-events-outputs': {
    title: 'Events need outputs',
    prose: 'Multiplier events share intellectual outputs: without one there are no events.',
  },
  'unit-exceptional-max': {
    title: 'Ceiling of exceptional costs',
    prose: 'Exceptional costs stay below their ceiling; the financial guarantee is not counted.',
  },
  'unit-distance': {
    title: 'Distances',
    prose: 'Whoever travels is paid by distance, from the first band of the call on.',
  },
  'unit-stay': {
    title: 'Length of stays',
    prose: 'Each group of a learning activity stays for as many days as the call has rates for.',
  },
  'unit-linguistic': {
    title: 'Linguistic support',
    prose:
      'Linguistic support is for participants of activities of two months or more, and for no more people than take part.',
  },
  'unit-rates': {
    title: 'Rates for work on outputs',
    prose: 'Days of work are paid by the group of countries of the organisation.',
  },
  'unit-staff-reason': {
    title: 'Managers and administrative staff',
    prose: 'Their days in outputs need a reason: they are normally covered by project management.',
  },
} as const;
