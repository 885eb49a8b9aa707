// All checks of the texts against the plan, the budget and each other.
import { checkAmounts, checkCounts, checkDuration, checkMonths, checkNumbers } from './check-figures.ts';
import { checkParticipants } from './check-participants.ts';
import { checkAcronym, checkIndicators, checkObjectives, checkPartners, checkSpellings } from './check-words.ts';
import { type ConsistencyInput, type Finding, textChecks } from './finding.ts';

const checks: readonly ((input: ConsistencyInput) => Finding[])[] = [
  checkAmounts,
  checkMonths,
  checkDuration,
  checkCounts,
  checkParticipants,
  checkNumbers,
  checkAcronym,
  checkPartners,
  checkObjectives,
  checkIndicators,
  checkSpellings,
];

/** In the order of the checks; what is said twice in one answer is found once. */
export function checkTexts(input: ConsistencyInput): Finding[] {
  const found = new Map(checks.flatMap((check) => check(input)).map((one) => [one.waiverId, one]));
  return [...found.values()].sort((a, b) => textChecks.indexOf(a.check) - textChecks.indexOf(b.check));
}
