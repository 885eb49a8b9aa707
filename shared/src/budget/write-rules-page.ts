// RULES.md, written from the rules themselves: a test fails when the page and the rules disagree, and says how to renew it.
import { consortiumTodos } from '../consortium/consortium-words.ts';
import type { Call, Sourced } from '../programme/schema.ts';
import type { UnitCosts } from '../programme/unit-costs-schema.ts';
import { consortiumRules, planAndBudgetRules } from './check-all.ts';
import type { Rule } from './rule.ts';
import { ruleWords } from './rule-words.ts';

const INTRODUCTION = `# The rules of a proposal

What Adagia checks while you write, live: workplan and budget beside the budget and above the workplan, the partnership on the
page Partners. Every rule has an id, by which it is found in the code (\`shared/src/budget/budget-rules.ts\`,
\`shared/src/unit-costs/\`, \`shared/src/plan/\`, \`shared/src/consortium/\`), in its test and in its message.

- **must**: the web form or the call refuses what breaks it. The plan is green when all of these hold.
- **should**: evaluators mind. It is shown, and does not keep the plan from being green.

A figure that is *unconfirmed* is said to be so beside the rule: check it in the Programme Guide of the year, or ask your
National Agency. Amounts are compared in whole cents; nothing is rounded.

Beside a broken sum of the budget stands the smallest change of amounts that mends it, to the cent; of several, the one that leaves
the fewest other sums broken (\`shared/src/budget/fixes.ts\`). Nothing is changed before somebody does it.

By construction, and so never broken: the amount of a work package (KA220) or of an activity (KA210) *is* the sum of what its
organisations get; in a budget of unit costs every amount follows from a quantity and a rate; and there is one applicant, who
comes first. Not checked: that the same partnership applies only once for a deadline and to one agency, and what the
registration system says of an organisation: its card is taken at its word. An OID has no check digit that is documented.

A rule of the plan may be *waived* at one place, with a reason: everybody sees who did it, when and why, and may take it back. Rules
of the money, of the form's structure and of who may take part cannot be waived, and a plan with a waived *must* is not green.
(\`shared/src/plan/waived-violations.ts\` has the list.)
`;

const CHAPTERS = {
  plan: `## Workplan and budget
`,
  consortium: `## The partnership

Three rules stand in both chapters. Associated partners are not counted by any of them. Which countries are Member States,
associated, or in which region, is kept for the years of the calls in \`shared/src/programme/countries.ts\`.
`,
};

const confidences = {
  sourced: 'sourced',
  'sourced-secondary': 'sourced at second hand',
  unconfirmed: '**unconfirmed**',
};

function regionsOf({ eligibility }: Call): string {
  const regions = eligibility.partnerRegions.value;
  return regions.length > 0 ? `programme countries, and regions ${regions.join(', ')}` : 'programme countries only';
}

function unitFigures(
  { grant, events, exceptional, trainings, schoolExchange }: UnitCosts,
  euro: (cents: number) => string,
): Partial<Record<Rule['id'], string>> {
  const { perMonthMax, perYearMax, projectMax } = grant;
  return {
    'unit-grant-max': `${euro(perMonthMax.value)} a month, ${euro(perYearMax.value)} a year, ${euro(projectMax.value)} in all`,
    'unit-school-max': `${euro(schoolExchange.perSchoolAndYearMax.value)} a school and year, ${euro(schoolExchange.projectMax.value)} in all (${schoolExchange.sectors.join(', ')})`,
    'unit-events-max': euro(events.projectMax.value),
    'unit-exceptional-max': euro(exceptional.projectMax.value),
    'unit-stay': `1 to ${trainings.daysMax.value} days`,
  };
}

function figureOf(rule: Rule, call: Call): string {
  const euro = (cents: number) => `${new Intl.NumberFormat('en').format(cents / 100)} euro`;
  const { min, max } = call.durationMonths;
  const figures: Partial<Record<Rule['id'], string>> = {
    'lump-sum-chosen': call.lumpSumsCents?.value.map(euro).join(', ') ?? '',
    'management-share': `at most ${(call.managementShareMax?.value ?? 0) * 100} %`,
    'duration-range': `${min.value} to ${max.value} months`,
    'start-window': `${call.startWindow.value.from} to ${call.startWindow.value.to}`,
    'work-package-activities': `at least ${call.activitiesPerWorkPackageMin?.value ?? 0}`,
    'work-package-count': `${call.workPackages?.min.value ?? 0} to ${call.workPackages?.max.value ?? 0}`,
    'applicant-age': `at least ${call.eligibility.applicantAgeYearsMin?.value ?? 0} years at ${call.deadlines[0]?.at.value?.slice(0, 10) ?? 'a deadline not known yet'}`,
    'partner-country': regionsOf(call),
    'country-excluded': call.eligibility.excludedCountries.value.join(', '),
    'applications-per-oid': `at most ${call.eligibility.applicationsPerOidMax.value}`,
    'associated-partners-allowed': call.eligibility.associatedPartners.value ? 'allowed' : 'not foreseen',
    'work-packages-recommended': `at most ${call.workPackages?.recommendedTotalMax.value ?? 0}`,
    'organisations-min': `at least ${call.organisationsMin.value}`,
    'countries-min': `at least ${call.countriesMin.value}`,
    ...(call.unitCosts && unitFigures(call.unitCosts, euro)),
  };
  return figures[rule.id] ?? 'applies';
}

function line(rule: Rule, call: Call, basis: Sourced<unknown>): string {
  const note = basis.note ? ` (${basis.note})` : '';
  return `- ${call.id}: ${figureOf(rule, call)}; ${confidences[basis.confidence]}${note}: ${basis.sources.join('; ')}`;
}

function ruleSection(rule: Rule, calls: readonly Call[]): string {
  const { title, prose } = ruleWords[rule.id];
  const lines = calls.flatMap((call) => {
    const basis = rule.basis(call);
    return basis ? [line(rule, call, basis)] : [];
  });
  const todo = (consortiumTodos as Partial<Record<Rule['id'], string>>)[rule.id];
  const advice = todo ? `What to do: ${todo}\n\n` : '';
  return `### ${title}\n\n\`${rule.id}\` · ${rule.severity}\n\n${prose}\n\n${advice}${lines.join('\n')}\n`;
}

/** @returns the whole page as Markdown */
export function writeRulesPage(calls: readonly Call[]): string {
  const chapter = (rules: readonly Rule[]) => rules.map((rule) => ruleSection(rule, calls)).join('\n');
  const own = consortiumRules.filter((rule) => !planAndBudgetRules.includes(rule));
  return `${INTRODUCTION}\n${CHAPTERS.plan}\n${chapter(planAndBudgetRules)}\n${CHAPTERS.consortium}\n${chapter(own)}`;
}
