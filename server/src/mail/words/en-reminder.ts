// What a reminder of missing items says in English.
export const reminderWords = {
  reminderSubject: (proposal: string, organisation: string) =>
    `${proposal}: what is still missing from ${organisation}`,
  reminderGreeting: (name: string) => `Hello ${name},`,
  reminderAsks: (actor: string, organisation: string, proposal: string) =>
    `${actor} asks for what is still missing from ${organisation} in the Erasmus+ proposal "${proposal}".`,
  reminderUntil: (day: string) => `Please fill it in by ${day}.`,
  reminderAction: 'Fill it in',
  reminderClosing: (organisation: string) =>
    `You get this mail because you are a member of ${organisation} in this proposal.`,
  missingData: (fields: string) => `Data of the organisation: ${fields}`,
  missingRepresentative: (fields: string) => `Legal representative: ${fields}`,
  missingContact: 'A contact person with an e-mail address',
  missingProjects: 'Past projects, or that there are none',
  missingDocument: (documents: string) => documents.replace(/^the/, 'The'),
  missingText: (question: string, isBegun: boolean) =>
    `${question} (${isBegun ? 'begun, and not yet ready for review' : 'nothing written yet'})`,
  cardFields: {
    legalNameLatin: 'the legal name in Latin letters',
    city: 'the city',
    oid: 'the OID',
    type: 'the type of organisation',
    charter: 'the code of the charter (ECHE)',
    established: 'since when it has been established',
    publicBody: 'whether it is a public body',
    nonProfit: 'whether it is non-profit',
    representativeName: 'name',
    representativePosition: 'position',
    representativeEmail: 'e-mail',
  },
  documentKinds: {
    mandate: 'the signed mandate',
    accession: 'the signed accession form',
    declaration: 'the signed declaration on honour',
    other: 'another document',
  },
} as const;
