// Who may take part in the KA220 call of 2026, and what they sign.
import type { Call } from '../schema.ts';

const portalIn2026 =
  'https://www.fundingprogrammesportal.gov.cy/en/call/partnerships-for-cooperation-cooperation-partnerships-in-the-field-of-youth-submitted-by-european-ngos-2026-en-2025 (Call 2026)';
const agency = 'https://erasmusplus.idep.org.cy/en/vasiki-drasi-2/symprakseis-synergasias (Cyprus National Agency)';
const smallScaleAgency =
  'https://erasmusplus.idep.org.cy/en/vasiki-drasi-2/symprakseis-mikris-klimakas (Cyprus National Agency)';
const unconfirmed = ['general knowledge of the field, not confirmed'];

export const eligibility: Call['eligibility'] = {
  applicantCountry: { value: 'programme', confidence: 'sourced', sources: [portalIn2026] },
  partnerRegions: {
    value: [1, 2, 3],
    confidence: 'sourced-secondary',
    sources: [portalIn2026],
    note: 'page of the youth topic for European NGOs; the same text is reported for all cooperation partnerships',
  },
  excludedCountries: {
    value: ['BY', 'RU'],
    confidence: 'sourced-secondary',
    sources: [portalIn2026],
    note: 'Belarus is named there; Russia is unconfirmed general knowledge',
  },
  applicantAgeYearsMin: { value: 2, confidence: 'sourced', sources: [agency] },
  applicationsPerOidMax: {
    value: 10,
    confidence: 'unconfirmed',
    sources: [agency, smallScaleAgency],
    note: 'that there is a limit is sourced; the figure is that of small-scale partnerships',
  },
  associatedPartners: {
    value: true,
    confidence: 'unconfirmed',
    sources: unconfirmed,
    note: 'named in the text, no funding, not counted for the minimum',
  },
  charterForHigherEducation: { value: true, confidence: 'unconfirmed', sources: unconfirmed },
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
