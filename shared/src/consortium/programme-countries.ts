// Which countries count for a partnership: Member States and third countries associated to the programme, in the year of a call.
import { fullPartners, type RuleOrganisation } from '../budget/rule.ts';
import { type Country, countries, statusIn } from '../programme/countries.ts';

export const countryOf = (code: string): Country | undefined => countries.find((one) => one.code === code);

export function isProgrammeCountry(code: string, year: number): boolean {
  const country = countryOf(code);
  const status = country && statusIn(country, year);
  return status === 'member_state' || status === 'associated';
}

/** @returns EU codes, each once; associated partners do not count. */
export function programmeCountriesOf(
  organisations: readonly Pick<RuleOrganisation, 'role' | 'country'>[],
  year: number,
): Set<string> {
  const codes = fullPartners(organisations).map(({ country }) => country);
  return new Set(codes.filter((code) => isProgrammeCountry(code, year)));
}
