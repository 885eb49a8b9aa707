// Who may take part in the KA210 call of 2026, and what they sign.
import type { Call } from '../schema.ts';

const portal = 'https://www.fundingprogrammesportal.gov.cy/en/call/small-scale-partnerships-en-2025 (Call 2025)';
const unconfirmed = ['general knowledge of the field, not confirmed'];

export const eligibility: Call['eligibility'] = {
  applicantCountry: {
    value: 'programme',
    confidence: 'sourced',
    sources: ['https://europeannetforinclusion.org/node/68'],
  },
  partnerRegions: {
    value: [],
    confidence: 'sourced',
    sources: [portal],
    note: 'Member States and third countries associated only',
  },
  excludedCountries: { value: ['BY', 'RU'], confidence: 'unconfirmed', sources: unconfirmed },
  applicantAgeYearsMin: null,
  applicationsPerOidMax: {
    value: 10,
    confidence: 'sourced',
    sources: ['https://erasmusplus.idep.org.cy/en/vasiki-drasi-2/symprakseis-mikris-klimakas (Cyprus National Agency)'],
    note: 'school, vocational, adult education and youth counted together',
  },
  associatedPartners: {
    value: false,
    confidence: 'unconfirmed',
    sources: unconfirmed,
    note: 'nothing was found that foresees them in this action',
  },
  charterForHigherEducation: null,
};

const form = ['the list of annexes of the web form; which of them are asked for depends on year and agency'];

export const signedDocuments: Call['signedDocuments'] = [
  { kinds: ['declaration'], from: 'applicant', basis: { value: true, confidence: 'sourced-secondary', sources: form } },
  {
    kinds: ['mandate', 'accession'],
    from: 'partner',
    basis: { value: true, confidence: 'sourced-secondary', sources: form, note: 'mandate or accession form' },
  },
];
