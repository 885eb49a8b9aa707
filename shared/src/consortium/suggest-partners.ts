// What is missing in a partnership, as something to look for: so many organisations, from so many more countries, of such a kind.
// Says what to do next, not what is wrong: that is what the rules are for.
import { fullPartners, type RuleOrganisation } from '../budget/rule.ts';
import type { Call } from '../programme/schema.ts';
import { isProgrammeCountry, programmeCountriesOf } from './programme-countries.ts';

export type Suggestion =
  /** `organisations` more, so that `countries` more countries are in; `have` EU codes are in already. */
  | { kind: 'find-partners'; organisations: number; countries: number; have: string[] }
  /** Another one of the partnership may apply instead. */
  | { kind: 'change-applicant'; organisationId: string; legalName: string }
  | { kind: 'find-newcomer' };

function missingPartners(call: Call, organisations: readonly RuleOrganisation[]): Suggestion[] {
  const have = programmeCountriesOf(organisations, call.year);
  const countries = Math.max(0, call.countriesMin.value - have.size);
  const counted = Math.max(0, call.organisationsMin.value - fullPartners(organisations).length);
  // Each new organisation brings at most one new country.
  const missing = Math.max(countries, counted);
  return missing > 0 ? [{ kind: 'find-partners', organisations: missing, countries, have: [...have].sort() }] : [];
}

function otherApplicant(call: Call, organisations: readonly RuleOrganisation[]): Suggestion[] {
  const may = ({ country }: RuleOrganisation) => isProgrammeCountry(country, call.year);
  const applicant = organisations.find(({ role }) => role === 'applicant');
  const other = organisations.find((one) => one.role === 'partner' && may(one));
  if (!applicant || may(applicant) || !other) return [];
  return [{ kind: 'change-applicant', organisationId: other.id, legalName: other.legalName }];
}

/** Most pressing first. */
export function suggestPartners(call: Call, organisations: readonly RuleOrganisation[]): Suggestion[] {
  const missing = [...missingPartners(call, organisations), ...otherApplicant(call, organisations)];
  const hasNewcomer = organisations.some(({ newcomer }) => newcomer);
  return [...missing, ...(hasNewcomer ? [] : [{ kind: 'find-newcomer' as const }])];
}
