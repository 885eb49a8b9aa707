// The worked example with a plan as long as a plan gets: 300 activities in four work packages over 36 months, with leads, amounts
// and chains of dependencies.
import type { ProposalFileInput } from '@adagia/shared/exchange/proposal-file';
import { fullProposal, workedExample } from '../../e2e/support/full-proposal.ts';

export const ACTIVITIES = 300;
const DURATION = 36;
/** Each chain is as long; a chain begins in another month. */
const CHAIN = 5;

type WorkPackage = NonNullable<ProposalFileInput['work_packages']>[number];

function lengthened(one: WorkPackage, count: number, leads: readonly string[]): WorkPackage {
  const cents = Math.floor((100 * (one.amount ?? 0)) / count);
  const activities = Array.from({ length: count }, (_, index) => {
    const from = 1 + ((index * 7) % 20) + 2 * (index % CHAIN);
    return {
      id: `A${one.id.slice(2)}.${index + 1}`,
      title: `${one.title}, step ${index + 1}`,
      from,
      to: from + (index % 3),
      venue: 'Volos',
      lead: leads[index % leads.length] ?? 'P1',
      orgs: [...leads],
      amount: cents / 100,
      results: '',
    };
  });
  return { ...one, from: 1, to: DURATION, activities };
}

function chains(packages: readonly WorkPackage[]): [string, string][] {
  return packages.flatMap(({ activities = [] }) =>
    activities.slice(1).flatMap(({ id }, index): [string, string][] => {
      const before = activities[index];
      return before && (index + 1) % CHAIN !== 0 ? [[id, before.id]] : [];
    }),
  );
}

export function longPlan(): ProposalFileInput {
  const file = workedExample();
  const leads = file.organisations.filter(({ role }) => role !== 'associated').map(({ id }) => id);
  const [management, ...others] = file.work_packages ?? [];
  const packages = others.map((one) => lengthened(one, ACTIVITIES / others.length, leads));
  const end = management ? [{ ...management, to: DURATION }] : [];
  return fullProposal(1, {
    ...file,
    duration_months: DURATION,
    work_packages: [...end, ...packages],
    dependencies: chains(packages),
  });
}
