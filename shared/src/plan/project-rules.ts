// The rules of the project as a whole: when, how long, and with whom. Figures come from the call.
import { must } from '../assert.ts';
import { organisationsWithTasks } from '../budget/budget-rules.ts';
import { CRITERIA, type Rule, type RuleContext, type Violation } from '../budget/rule.ts';
import { countries } from '../programme/countries.ts';

type Found = Omit<Violation, 'rule'>;

const programmeCountries = new Set(countries.filter((one) => one.status !== 'not_associated').map((one) => one.code));

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
  const found = new Set(organisations.map((one) => one.country).filter((code) => programmeCountries.has(code)));
  return found.size >= min
    ? []
    : [{ message: 'countries-min', place: { page: 'people' }, data: { number: found.size, min } }];
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
      const number = organisations.length;
      return number >= min ? [] : [{ message: 'organisations-min', place: { page: 'people' }, data: { number, min } }];
    },
  },
  { id: 'countries-min', severity: 'must', basis: (call) => call.countriesMin, check: countriesMin },
  {
    id: 'partner-with-tasks',
    severity: 'should',
    basis: () => CRITERIA,
    check: (context) => {
      const busy = organisationsWithTasks(context);
      return context.organisations
        .filter(({ id }) => !busy.has(id))
        .map(({ legalName }) => ({
          message: 'partner-with-tasks',
          place: { page: 'plan' },
          data: { organisation: legalName },
        }));
    },
  },
];
