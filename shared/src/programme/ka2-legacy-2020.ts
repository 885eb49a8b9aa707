// Strategic partnerships of 2014 to 2020, as they stood in the last call: the grant is the sum of unit costs. That programme is
// over; proposals in it are kept, learnt from, or carried into a call of today.

import {
  annexesSection,
  budgetSection,
  checklistSection,
  specialSection,
  timetableSection,
} from './ka2-legacy-2020/annexes.ts';
import { contextSection } from './ka2-legacy-2020/context.ts';
import { criteria } from './ka2-legacy-2020/criteria.ts';
import { descriptionSection } from './ka2-legacy-2020/description.ts';
import { meSection } from './ka2-legacy-2020/events.ts';
import { bySector } from './ka2-legacy-2020/figures.ts';
import { followupSection } from './ka2-legacy-2020/followup.ts';
import { implementationSection } from './ka2-legacy-2020/implementation.ts';
import { organisationsSection } from './ka2-legacy-2020/organisations.ts';
import { ioSection } from './ka2-legacy-2020/outputs.ts';
import { managementSection, preparationSection } from './ka2-legacy-2020/preparation-and-management.ts';
import { prioritiesSection } from './ka2-legacy-2020/priorities.ts';
import { statements } from './ka2-legacy-2020/statements.ts';
import { summarySection } from './ka2-legacy-2020/summary.ts';
import { lttSection } from './ka2-legacy-2020/trainings.ts';
import { unitCosts } from './ka2-legacy-2020/unit-costs.ts';
import { wholePoints } from './options/score-step.ts';
import type { Call } from './schema.ts';

const agency = 'https://eu.daad.de (strategic partnerships KA203)';
const unconfirmed = ['general knowledge of the field, not confirmed'];
const form = ['the list of annexes of the web form (legacy part of the xlsx copy)'];
/** Third countries of every region. */
const everyRegion = Array.from({ length: 14 }, (_, index) => index + 1);

export const ka2LegacyIn2020: Call = {
  id: 'KA2-LEGACY-2020',
  action: 'KA2-LEGACY',
  actionLabel: 'Strategic partnerships (2014 to 2020)',
  year: 2020,
  isOver: true,
  sectors: [
    { id: 'KA201', label: 'KA201 School education' },
    { id: 'KA202', label: 'KA202 Vocational education and training' },
    { id: 'KA203', label: 'KA203 Higher education' },
    { id: 'KA204', label: 'KA204 Adult education' },
    { id: 'KA205', label: 'KA205 Youth' },
    { id: 'KA229', label: 'KA229 School exchange partnerships' },
  ],
  bySector,
  sections: [
    contextSection,
    prioritiesSection,
    organisationsSection,
    descriptionSection,
    preparationSection,
    managementSection,
    implementationSection,
    ioSection,
    meSection,
    lttSection,
    timetableSection,
    specialSection,
    followupSection,
    budgetSection,
    summarySection,
    annexesSection,
    checklistSection,
  ],
  pageLimit: null,
  deadlines: [
    {
      round: 1,
      at: { value: null, confidence: 'unconfirmed', sources: unconfirmed, note: 'the programme is over' },
      zone: 'Europe/Brussels',
    },
  ],
  durationMonths: {
    min: { value: 6, confidence: 'unconfirmed', sources: unconfirmed, note: 'the shortest of all sectors' },
    max: { value: 36, confidence: 'sourced', sources: [agency] },
  },
  organisationsMin: { value: 3, confidence: 'sourced', sources: [agency] },
  countriesMin: { value: 3, confidence: 'sourced', sources: [agency], note: 'programme countries' },
  eligibility: {
    applicantCountry: { value: 'programme', confidence: 'sourced', sources: [agency] },
    partnerRegions: { value: everyRegion, confidence: 'sourced', sources: [agency], note: 'only if it adds value' },
    excludedCountries: { value: [], confidence: 'unconfirmed', sources: unconfirmed },
    applicantAgeYearsMin: null,
    applicationsPerOidMax: {
      value: 999,
      confidence: 'unconfirmed',
      sources: unconfirmed,
      note: 'no limit is known; 999 stands for none',
    },
    associatedPartners: { value: true, confidence: 'unconfirmed', sources: unconfirmed },
    charterForHigherEducation: { value: true, confidence: 'unconfirmed', sources: unconfirmed },
  },
  organisationId: {
    value: 'oid',
    confidence: 'sourced',
    sources: ['https://wikis.ec.europa.eu/display/NAITDOC/Organisation+ID'],
    note: 'PIC until 2019',
  },
  signedDocuments: [
    { kinds: ['declaration'], from: 'applicant', basis: { value: true, confidence: 'unconfirmed', sources: form } },
    { kinds: ['mandate'], from: 'partner', basis: { value: true, confidence: 'unconfirmed', sources: form } },
  ],
  lumpSumsCents: null,
  budgetUnit: 'unit_cost',
  unitCosts,
  activityParts: [
    { id: 'meeting', label: 'Transnational project meeting' },
    { id: 'output', label: 'Intellectual output' },
    { id: 'event', label: 'Multiplier event' },
    { id: 'activity', label: 'Learning, teaching or training activity' },
  ],
  managementShareMax: null,
  workPackages: null,
  activitiesPerWorkPackageMin: null,
  managementHasActivities: null,
  identities: { workPackagesToLumpSum: null, activitiesToWorkPackage: null, activitiesToLumpSum: null },
  startWindow: {
    value: { from: '2020-09-01', to: '2020-12-31' },
    confidence: 'unconfirmed',
    sources: unconfirmed,
  },
  criteria,
  thresholdTotal: { value: 60, confidence: 'unconfirmed', sources: unconfirmed },
  scoreStep: wholePoints,
  tieBreak: null,
  qualityBands: [],
  statements,
};
