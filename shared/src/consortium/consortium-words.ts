// What each rule of the partnership says, in words, and what to do where it does not hold. The English interface shows these
// words; other languages have the same shape.

export const consortiumWords = {
  'applicant-country': {
    title: 'Country of the applicant',
    prose: 'The applicant is established in a Member State or a third country associated to the programme.',
  },
  'partner-country': {
    title: 'Countries of the partners',
    prose:
      'Partners come from Member States and associated countries, and from the regions of other countries that the call admits.',
  },
  'country-excluded': {
    title: 'Countries left out',
    prose: 'No organisation comes from a country that the action leaves out.',
  },
  'applicant-age': {
    title: 'Age of the applicant',
    prose: 'The applicant has been legally established for as many years as the call asks for, at its first deadline.',
  },
  'oid-present': {
    title: 'Every organisation has its number',
    prose:
      'Applicant and partners are registered where the call looks them up: in the registration system of the programme with an OID (E and eight digits), or in the EU portal with a PIC (nine digits).',
  },
  'oid-once': {
    title: 'Every number once',
    prose: 'No two organisations of the partnership have the same OID or PIC.',
  },
  'applications-per-oid': {
    title: 'Applications of one organisation',
    prose:
      'An organisation takes part in no more applications for one deadline than the call allows. Counted from what its card says.',
  },
  'higher-education-charter': {
    title: 'Charter for higher education',
    prose: 'Higher education institutions of programme countries have a valid charter (ECHE).',
  },
  'associated-partners-allowed': {
    title: 'Associated partners',
    prose: 'Associated partners take part only where the action foresees them.',
  },
  'associated-partner-money': {
    title: 'No money for associated partners',
    prose: 'Associated partners get no share of the budget; they do not count for the minimum either.',
  },
  'organisation-type': {
    title: 'Type of each organisation',
    prose: 'The form shows the type under which each organisation is registered.',
  },
  'latin-name': {
    title: 'Names in Latin letters',
    prose: 'A legal name in another script has its Latin form beside it, as in the registration system.',
  },
  'newcomer-involved': {
    title: 'Newcomers are involved',
    prose: 'At least one organisation is new to the programme or has little experience with it.',
  },
  'third-country-value': {
    title: 'Added value of other countries',
    prose: 'A partner from a third country that is not associated brings what no other could; else it is taken out.',
  },
} as const satisfies Record<string, { title: string; prose: string }>;

export type ConsortiumRuleId = keyof typeof consortiumWords | 'organisations-min' | 'countries-min' | 'duration-range';

export const consortiumTodos: Record<ConsortiumRuleId, string> = {
  'organisations-min': 'Add organisations as partners. Associated partners do not count.',
  'countries-min': 'Find a partner in a Member State or an associated country that is not in the partnership yet.',
  'duration-range': 'Change the duration in the section “Context”.',
  'applicant-country':
    'Let an organisation of a Member State or an associated country apply, and take part as a partner.',
  'partner-country':
    'Look for a partner elsewhere, or let it take part as an associated partner where the call allows it.',
  'country-excluded': 'Take the organisation out.',
  'applicant-age': 'Let an older organisation apply, or wait for a later call.',
  'oid-present':
    'Register it where the call asks for it (OID: organisation registration system; PIC: EU portal), or look its number up there, and enter it in its card.',
  'oid-once':
    'Look both up in the registration system; one of them is mistyped, or the same organisation is here twice.',
  'applications-per-oid': 'Leave one of the other applications, or let another organisation take part in this one.',
  'higher-education-charter': 'Enter the code of its charter, or ask its international office for it.',
  'associated-partners-allowed': 'Make it a partner, or name it in the text only.',
  'associated-partner-money': 'Make it a partner, or share its amounts out among the others.',
  'organisation-type': 'Choose the type in its card; the registration system shows it.',
  'latin-name': 'Enter the Latin form of its name in its card.',
  'newcomer-involved': 'Mark newcomers in their cards, or look for one: evaluators ask for them.',
  'third-country-value': 'Say in “Partnership and cooperation arrangements” what only this partner can bring.',
};
