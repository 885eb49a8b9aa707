// What a figure of a call is called: a path of the data names it for good, and says little to whoever has to look it up.
import { must } from '@adagia/shared/assert';
import { findCall } from '@adagia/shared/programme/calls';
import { useTranslation } from 'react-i18next';

const QUESTION = /^sections\.([^.]+)\.groups\.[^.]+\.questions\.([^.]+)\.(limit|optionsBasis)$/;

function promptOf(callId: string, sectionId: string, questionId: string): string {
  const section = findCall(callId)?.sections.find(({ id }) => id === sectionId);
  const questions = section?.groups.flatMap((group) => group.questions) ?? [];
  return questions.find(({ id }) => id === questionId)?.prompt ?? questionId;
}

/** Of one that there are several of, its number or name beside it. @returns name of the kind, and which one */
export function figureKind(path: string): [kind: string, which: string] {
  const question = QUESTION.exec(path);
  if (question) return [must(question[3]), ''];
  const [, sector = '', rest = path] = /^bySector\.([^.]+)\.(.+)$/.exec(path) ?? [];
  const [, kind, round] = /^(deadlines)\.round-(\d+)\.at$/.exec(rest) ?? [];
  if (kind) return [kind, must(round)];
  const [, list, one, field] = /^(criteria|qualityBands|signedDocuments|statements)\.(.+)\.([^.]+)$/.exec(rest) ?? [];
  if (list && field) return [list, /^\d+$/.test(one ?? '') ? String(Number(one) + 1) : (one ?? '')];
  return [rest.replaceAll('.', '_'), sector];
}

/** @returns the path itself of a figure that has no name */
export function useFigureName(callId: string): (path: string) => string {
  const { t } = useTranslation('administration');
  return (path) => {
    const [, sectionId, questionId, field] = QUESTION.exec(path) ?? [];
    if (sectionId && questionId && field) {
      return t(`figureOf.${field as 'limit'}`, { prompt: promptOf(callId, sectionId, questionId) });
    }
    const [kind, which] = figureKind(path);
    const name: string = t(`figureOf.${kind}` as 'figureOf.deadlines', { which, defaultValue: path });
    if (name === path) return path;
    return path.startsWith('bySector.') ? `${name} (${which})` : name;
  };
}

/** What rules hang on comes first, the limits of the texts after it, each in the order of the data. */
export function inOrderOfUse<T extends { path: string }>(figures: readonly T[]): T[] {
  return [...figures.filter(({ path }) => !QUESTION.test(path)), ...figures.filter(({ path }) => QUESTION.test(path))];
}
