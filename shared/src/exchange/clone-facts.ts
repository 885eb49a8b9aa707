// Facts into another call's form: by question and choice. Dates, durations and lump sums have to be those of the new call.
import { isGlossaryKey } from '../consistency/glossary.ts';
import { type FieldValue, OWN_DEADLINE, splitFieldKey } from '../document.ts';
import type { Call, Question } from '../programme/schema.ts';
import { type Cloning, keepLeftover } from './clone-content.ts';
import { questionsOf } from './proposal-file-names.ts';

/** Begun anew: the name is asked for, and a deadline of last year is none. */
const NOT_CARRIED = new Set(['title', 'acronym', OWN_DEADLINE]);

export function cloneFacts(cloning: Cloning): void {
  const { from, to, content, result } = cloning;
  const before = questionsOf(from);
  const after = questionsOf(to);
  for (const [key, value] of content.facts) {
    const [questionId, option] = splitFieldKey(key);
    if (NOT_CARRIED.has(questionId)) continue;
    if (isGlossaryKey(key)) {
      result.facts.set(key, value);
      continue;
    }
    const old = before.get(questionId);
    const question = after.get(questionId);
    if (question && question.type === old?.type && fits(to, question, option, value)) result.facts.set(key, value);
    else keepLeftover(cloning, 'fact', old?.prompt ?? questionId, wordsOf(old, option, value));
  }
}

function fits(call: Call, question: Question, option: string, value: FieldValue): boolean {
  const chosen = option || (question.type === 'select' ? String(value) : '');
  if (chosen && question.options && !question.options.some(({ id }) => id === chosen)) return false;
  if (question.id === 'lump_sum') return call.lumpSumsCents?.value.includes(Math.round(Number(value) * 100)) ?? false;
  if (question.id === 'duration') {
    return Number(value) >= call.durationMonths.min.value && Number(value) <= call.durationMonths.max.value;
  }
  const { from, to } = call.startWindow.value;
  return question.id !== 'start_date' || (String(value) >= from && String(value) <= to);
}

function wordsOf(question: Question | undefined, option: string, value: FieldValue): string {
  if (value === false) return '';
  const id = option || String(value);
  return question?.options?.find((one) => one.id === id)?.label ?? id;
}
