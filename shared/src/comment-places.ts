// What comments can be about, seen from outside: the page on which it is shown, and one name for each thing. Knows no threads.
import type { CommentTarget } from './api/review.ts';
import { BUDGET_SECTION, PLAN_SECTION } from './writing-rights.ts';

export type CommentPage = 'write' | 'plan' | 'budget' | 'partners';

/** Where comments on organisations belong: no section of any form is called so, and nobody is given it to write in. */
export const PARTNERS_SECTION = 'partners';

/** Objects that have threads outside of the text, with the part of the proposal that they belong to. */
const partOf = { cell: BUDGET_SECTION, plan: PLAN_SECTION, organisation: PARTNERS_SECTION } as const;

export function pageOfTarget({ kind }: Pick<CommentTarget, 'kind'>): CommentPage {
  return kind in partOf ? partOf[kind as keyof typeof partOf] : 'write';
}

/** @returns where a thread outside of the text belongs; null for the text, where the form says it */
export function partOfTarget({ kind }: Pick<CommentTarget, 'kind'>): string | null {
  return kind in partOf ? partOf[kind as keyof typeof partOf] : null;
}

/** Names the thing among all of a proposal: answer keys contain a colon, cells a slash, ids of objects and sections neither. */
export function placeIdOf(target: CommentTarget): string {
  switch (target.kind) {
    case 'section':
      return target.sectionId;
    case 'cell':
      return target.cell;
    case 'plan':
      return target.objectId;
    case 'organisation':
      return target.organisationId;
    case 'question':
    case 'passage':
    case 'suggestion':
      return target.key;
  }
}
