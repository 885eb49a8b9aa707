// The rules of the project as a whole: when, how long, and with whom. Figures come from the call.
import { must } from '../assert.ts';
import { organisationsWithTasks } from '../budget/budget-rules.ts';
import { CRITERIA, fullPartners, type Rule, type RuleContext, type Violation } from '../budget/rule.ts';
import { programmeCountriesOf } from '../consortium/programme-countries.ts';

type Found = Omit<Violation, 'rule'>;

function durationRange({ call, project }: RuleContext): Found[] {
  const duration = must(project.duration);
  const { min, max } = call.durationMonths;
  if (duration >= min.value && duration <= max.value) return [];
  const place = { page: 'facts', questionId: 'duration' } as const;
  return [{ message: 'duration-range', place, data: { duration, min: min.value, max: max.value } }];
}

function startWindow({ call, project }: RuleContext): Found[] {
  const startDay = must(project.startDate);
  const { from, to } = call.startWindow.value;
  if (startDay >= from && startDay <= to) return [];
  const place = { page: 'facts', questionId: 'start_date' } as const;
  return [{ message: 'start-window', place, data: { startDay, fromDay: from, toDay: to } }];
}

function countriesMin({ call, organisations }: RuleContext): Found[] {
  const { value: min } = call.countriesMin;
  const found = programmeCountriesOf(organisations, call.year);
  return found.size >= min
    ? []
    : [{ message: 'countries-min', place: { page: 'partners' }, data: { number: found.size, min } }];
}

export const projectRules: readonly Rule[] = [
  {
    id: 'duration-range',
    severity: 'must',
    basis: (call) => call.durationMonths.max,
    needs: 'duration',
    check: durationRange,
  },
  {
    id: 'start-window',
    severity: 'should',
    basis: (call) => call.startWindow,
    needs: 'start_date',
    check: startWindow,
  },
  {
    id: 'organisations-min',
    severity: 'must',
    basis: (call) => call.organisationsMin,
    check: ({ call, organisations }) => {
      const { value: min } = call.organisationsMin;
      const number = fullPartners(organisations).length;
      return number >= min
        ? []
        : [{ message: 'organisations-min', place: { page: 'partners' }, data: { number, min } }];
    },
  },
  { id: 'countries-min', severity: 'must', basis: (call) => call.countriesMin, check: countriesMin },
  {
    id: 'partner-with-tasks',
    severity: 'should',
    basis: () => CRITERIA,
    check: (context) => {
      const busy = organisationsWithTasks(context);
      return fullPartners(context.organisations)
        .filter(({ id }) => !busy.has(id))
        .map(({ id, legalName }) => ({
          message: 'partner-with-tasks',
          place: { page: 'plan' },
          subjectId: id,
          data: { organisation: legalName },
        }));
    },
  },
];
