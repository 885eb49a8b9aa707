// Who may take part: the rules of the partnership. Figures come from the call; what cannot be known here (past and other
// applications, what a register says) is taken from the cards of the organisations.
import { must } from '../assert.ts';
import {
  FORM,
  fullPartners,
  type Rule,
  type RuleContext,
  type RuleOrganisation,
  type Violation,
} from '../budget/rule.ts';
import type { Call, Sourced } from '../programme/schema.ts';
import { isForeignScript } from './foreign-script.ts';
import { isIdOfKind } from './organisation-id.ts';
import { countryOf, isProgrammeCountry } from './programme-countries.ts';

type Found = Omit<Violation, 'rule'>;
type Message = Found['message'];

const HIGHER_EDUCATION = 'EPLUS-EDU-HEI';

/** What evaluators are told to look at. */
const MIX: Sourced<true> = {
  value: true,
  confidence: 'sourced-secondary',
  sources: ['award criterion "quality of the partnership": newcomers and less experienced organisations are involved'],
};
const ADDED_VALUE: Sourced<true> = {
  value: true,
  confidence: 'sourced-secondary',
  sources: [
    'award criterion "quality of the partnership": an organisation of a third country not associated brings essential added value, else it is removed from the proposal',
  ],
};

const cardOf = (one: RuleOrganisation, field?: string): Found['place'] => ({
  page: 'partners',
  organisationId: one.id,
  ...(field && { field }),
});

/** One finding for each organisation that the test does not like. */
function eachOf(
  organisations: readonly RuleOrganisation[],
  isWrong: (one: RuleOrganisation) => boolean,
  message: Message,
  field: string,
): Found[] {
  return organisations.filter(isWrong).map((one) => ({
    message,
    place: cardOf(one, field),
    data: { organisation: one.legalName, country: one.country },
  }));
}

const applicantOf = ({ organisations }: RuleContext): RuleOrganisation | undefined =>
  organisations.find(({ role }) => role === 'applicant');

function applicantCountry(context: RuleContext): Found[] {
  const applicant = applicantOf(context);
  const isWrong = (one: RuleOrganisation) => !isProgrammeCountry(one.country, context.call.year);
  return eachOf(applicant ? [applicant] : [], isWrong, 'applicant-country', 'country');
}

function isAdmitted({ eligibility, year }: Call, code: string): boolean {
  if (isProgrammeCountry(code, year)) return true;
  const region = countryOf(code)?.region ?? null;
  return region !== null && eligibility.partnerRegions.value.includes(region);
}

/** Countries that the action leaves out are told by a rule of their own. */
function partnerCountry({ call, organisations }: RuleContext): Found[] {
  const partners = organisations.filter(({ role }) => role === 'partner');
  const isWrong = ({ country }: RuleOrganisation) =>
    !isAdmitted(call, country) && !call.eligibility.excludedCountries.value.includes(country);
  return eachOf(partners, isWrong, 'partner-country', 'country');
}

function countryExcluded({ call, organisations }: RuleContext): Found[] {
  const isWrong = ({ country }: RuleOrganisation) => call.eligibility.excludedCountries.value.includes(country);
  return eachOf(organisations, isWrong, 'country-excluded', 'country');
}

/** @returns 'YYYY-MM-DD' of the first deadline of this call that is open to the sector; null while nobody knows it. */
function firstDeadlineDay({ call, sector }: RuleContext): string | null {
  const open = call.deadlines.find(({ sectors }) => !sectors || sectors.includes(sector)) ?? call.deadlines[0];
  return must(open, 'a call has a deadline').at.value?.slice(0, 10) ?? null;
}

function applicantAge(context: RuleContext): Found[] {
  const applicant = applicantOf(context);
  const years = context.call.eligibility.applicantAgeYearsMin?.value ?? 0;
  const deadlineDay = firstDeadlineDay(context);
  if (deadlineDay === null) return [];
  // Days as text compare like dates. 29 February minus two years is no day, and compares rightly all the same.
  const latestDay = `${Number(deadlineDay.slice(0, 4)) - years}${deadlineDay.slice(4)}`;
  if (!applicant || applicant.established <= latestDay) return [];
  const data = { organisation: applicant.legalName, establishedDay: applicant.established, years, deadlineDay };
  return [{ message: 'applicant-age', place: cardOf(applicant, 'established'), data }];
}

function oidOnce({ organisations }: RuleContext): Found[] {
  const first = new Map<string, RuleOrganisation>();
  return organisations.flatMap((one): Found[] => {
    const before = first.get(one.oid);
    if (one.oid === '' || !before) {
      first.set(one.oid, one);
      return [];
    }
    const data = { organisation: one.legalName, other: before.legalName, oid: one.oid };
    return [{ message: 'oid-once', place: cardOf(one, 'oid'), data }];
  });
}

function applicationsPerOid({ call, organisations }: RuleContext): Found[] {
  const max = call.eligibility.applicationsPerOidMax.value;
  return fullPartners(organisations)
    .filter(({ applications }) => (applications ?? 0) > max)
    .map((one) => ({
      message: 'applications-per-oid',
      place: cardOf(one, 'applications'),
      data: { organisation: one.legalName, number: one.applications ?? 0, max },
    }));
}

function charter({ call, organisations }: RuleContext): Found[] {
  const isWrong = (one: RuleOrganisation) =>
    one.type === HIGHER_EDUCATION && isProgrammeCountry(one.country, call.year) && one.charter === '';
  return eachOf(fullPartners(organisations), isWrong, 'higher-education-charter', 'charter');
}

function associatedPartners({ call, organisations }: RuleContext): Found[] {
  const associated = organisations.filter(({ role }) => role === 'associated');
  return call.eligibility.associatedPartners.value
    ? []
    : eachOf(associated, () => true, 'associated-partners-allowed', 'role');
}

/** Cells of the budget that its columns do not show any more: written before it became an associated partner. */
function associatedMoney({ organisations, budgetFields }: RuleContext): Found[] {
  const hasMoney = ({ id }: RuleOrganisation) => [...budgetFields.keys()].some((key) => key.endsWith(`/${id}`));
  const associated = organisations.filter(({ role }) => role === 'associated');
  return eachOf(associated, hasMoney, 'associated-partner-money', 'role');
}

export const consortiumRules: readonly Rule[] = [
  {
    id: 'applicant-country',
    severity: 'must',
    basis: ({ eligibility }) => eligibility.applicantCountry,
    check: applicantCountry,
  },
  {
    id: 'partner-country',
    severity: 'must',
    basis: ({ eligibility }) => eligibility.partnerRegions,
    check: partnerCountry,
  },
  {
    id: 'country-excluded',
    severity: 'must',
    basis: ({ eligibility }) => eligibility.excludedCountries,
    check: countryExcluded,
  },
  {
    id: 'applicant-age',
    severity: 'must',
    basis: ({ eligibility }) => eligibility.applicantAgeYearsMin,
    needs: 'established',
    check: applicantAge,
  },
  {
    id: 'oid-present',
    severity: 'must',
    basis: ({ organisationId }) => organisationId,
    check: ({ call, organisations }) => {
      const kind = call.organisationId.value;
      const isWrong = ({ oid }: RuleOrganisation) => !isIdOfKind(kind, oid);
      return eachOf(fullPartners(organisations), isWrong, `${kind}-present`, 'oid');
    },
  },
  { id: 'oid-once', severity: 'must', basis: () => FORM, check: oidOnce },
  {
    id: 'applications-per-oid',
    severity: 'must',
    basis: ({ eligibility }) => eligibility.applicationsPerOidMax,
    check: applicationsPerOid,
  },
  {
    id: 'higher-education-charter',
    severity: 'must',
    basis: ({ eligibility }) => eligibility.charterForHigherEducation,
    check: charter,
  },
  {
    id: 'associated-partners-allowed',
    severity: 'must',
    basis: ({ eligibility }) => eligibility.associatedPartners,
    check: associatedPartners,
  },
  {
    id: 'associated-partner-money',
    severity: 'must',
    basis: ({ eligibility }) => eligibility.associatedPartners,
    check: associatedMoney,
  },
  {
    id: 'organisation-type',
    severity: 'should',
    basis: () => FORM,
    check: ({ organisations }) =>
      eachOf(fullPartners(organisations), ({ type }) => type === '', 'organisation-type', 'type'),
  },
  {
    id: 'latin-name',
    severity: 'should',
    basis: () => FORM,
    check: ({ organisations }) => {
      const isWrong = (one: RuleOrganisation) => isForeignScript(one.legalName) && one.legalNameLatin === '';
      return eachOf(organisations, isWrong, 'latin-name', 'legalNameLatin');
    },
  },
  {
    id: 'newcomer-involved',
    severity: 'should',
    basis: () => MIX,
    check: ({ organisations }) =>
      organisations.some(({ newcomer }) => newcomer)
        ? []
        : [{ message: 'newcomer-involved', place: { page: 'partners' }, data: {} }],
  },
  {
    id: 'third-country-value',
    severity: 'should',
    basis: ({ eligibility }) => (eligibility.partnerRegions.value.length > 0 ? ADDED_VALUE : null),
    check: ({ call, organisations }) => {
      const isFar = (one: RuleOrganisation) =>
        one.role === 'partner' && !isProgrammeCountry(one.country, call.year) && isAdmitted(call, one.country);
      return eachOf(organisations, isFar, 'third-country-value', 'country');
    },
  },
];
