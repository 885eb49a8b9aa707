// Whether a call is whole and agrees with itself: what its schema cannot say. Asked of every call in a test, and of a call that an
// administrator corrects, before the correction is taken.
import { isScore } from '../evaluation/scale.ts';
import { countries } from './countries.ts';
import type { Call, Question } from './schema.ts';
import type { DistanceBand, UnitCosts } from './unit-costs-schema.ts';

type Gaps = string[];

const questionsOf = (call: Call): Question[] =>
  call.sections.flatMap((section) => section.groups.flatMap((group) => group.questions));

const when = (isGap: boolean, gap: string): Gaps => (isGap ? [gap] : []);

function checkCriteria({ criteria, thresholdTotal, scoreStep, tieBreak }: Call): Gaps {
  const sum = criteria.reduce((total, { points }) => total + points.value.max, 0);
  const ids = criteria.map(({ id }) => id);
  return [
    ...when(sum !== 100, `the award criteria have ${sum} points, not 100`),
    ...when(thresholdTotal.value <= 0 || thresholdTotal.value > 100, 'the threshold is not between 1 and 100'),
    ...criteria
      .filter(({ points: { value } }) => value.min <= 0 || value.min > value.max)
      .map(({ id }) => `the criterion ${id} has no threshold within its points`),
    ...criteria
      .filter(({ points }) => !isScore({ step: scoreStep.value }, points.value, points.value.max))
      .map(({ id }) => `the points of ${id} are no whole number of steps`),
    ...(tieBreak?.value ?? []).filter((id) => !ids.includes(id)).map((id) => `there is no criterion ${id}`),
  ];
}

function checkQuestion(call: Call, { id, type, limit, guidance, optional, onlyIfNotEnglish, ...rest }: Question): Gaps {
  const isAsked = type === 'text' && !optional && !onlyIfNotEnglish;
  const known = call.criteria.map((one) => one.id);
  return [
    ...when(isAsked && !limit && !call.pageLimit, `the question ${id} has no limit`),
    ...when(isAsked && !guidance, `the question ${id} has no guidance`),
    ...when(/^(?:priority|topics)/.test(id) && rest.options !== undefined && !rest.optionsBasis, `${id} has no source`),
    ...rest.criteria.filter((one) => !known.includes(one)).map((one) => `${id} feeds ${one}, which is no criterion`),
  ];
}

function checkForm(call: Call): Gaps {
  const fed = new Set(questionsOf(call).flatMap(({ criteria }) => criteria));
  return [
    ...questionsOf(call).flatMap((question) => checkQuestion(call, question)),
    ...call.criteria.filter(({ id }) => !fed.has(id)).map(({ id }) => `no question feeds the criterion ${id}`),
  ];
}

function checkTimes({ durationMonths, startWindow, bySector = {}, sectors, deadlines }: Call): Gaps {
  const durations = [durationMonths, ...Object.values(bySector).flatMap((one) => one.durationMonths ?? [])];
  const named = [...Object.keys(bySector), ...deadlines.flatMap((one) => one.sectors ?? [])];
  return [
    ...when(
      durations.some(({ min, max }) => min.value < 1 || min.value > max.value),
      'a project would have to be longer than it may be',
    ),
    ...when(startWindow.value.from > startWindow.value.to, 'the time of starting ends before it begins'),
    ...named.filter((id) => !sectors.some((one) => one.id === id)).map((id) => `there is no sector ${id}`),
  ];
}

function checkLumpSums(call: Call): Gaps {
  const cents = call.lumpSumsCents?.value ?? [];
  const options = questionsOf(call)
    .find(({ id }) => id === 'lump_sum')
    ?.options?.map(({ id }) => Number(id) * 100);
  return [
    ...when((call.budgetUnit === 'unit_cost') !== (call.lumpSumsCents === null), 'lump sums, or unit costs: not both'),
    ...when((call.budgetUnit === 'unit_cost') !== (call.unitCosts !== null), 'a budget of unit costs without rates'),
    ...when(
      cents.some((one, index) => one <= (cents[index - 1] ?? 0)),
      'the lump sums are not in order',
    ),
    ...when(options !== undefined && options.join() !== cents.join(), 'the form offers other lump sums than the call'),
  ];
}

function checkWorkPackages(call: Call): Gaps {
  const hasThem = call.budgetUnit === 'work_package';
  const parts = [call.workPackages, call.activitiesPerWorkPackageMin, call.managementHasActivities];
  const { min, max } = call.workPackages ?? {};
  return [
    ...when(
      parts.some((part) => (part !== null) !== hasThem),
      'says something of work packages, and not all',
    ),
    ...when(
      min !== undefined && max !== undefined && min.value > max.value,
      'more work packages are needed than allowed',
    ),
  ];
}

function checkBands(bands: readonly DistanceBand[]): Gaps {
  return bands.slice(1).flatMap(({ id, fromKm }, index) => {
    const before = bands[index]?.toKm;
    return when(before === null || before === undefined || fromKm !== before + 1, `the distance ${id} leaves a gap`);
  });
}

function checkRates({ meetings, trainings, outputs }: UnitCosts): Gaps {
  const named = outputs.groups.flatMap((group) => group.countries.value);
  return [
    ...checkBands(meetings),
    ...checkBands(trainings.travel),
    ...named.filter((one, at) => named.indexOf(one) !== at).map((one) => `${one} is in two groups of rates`),
    ...named.filter((one) => !countries.some(({ code }) => code === one)).map((one) => `there is no country ${one}`),
  ];
}

/** @returns sentences in English for whoever keeps the data; none when all is well */
export function checkCall(call: Call): Gaps {
  return [
    ...checkCriteria(call),
    ...checkForm(call),
    ...checkTimes(call),
    ...checkLumpSums(call),
    ...checkWorkPackages(call),
    ...(call.unitCosts ? checkRates(call.unitCosts) : []),
  ];
}
