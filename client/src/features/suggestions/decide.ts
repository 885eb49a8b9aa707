// Suggestions are accepted, rejected or withdrawn, one or hundreds, in answers whose editors may not be there: plain edits of the texts,
// in one transaction. Who may do so is not its business.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { answersFor } from '@adagia/shared/text/file-authors';
import { type Decision, resolveSuggestions } from '@adagia/shared/text/suggestions-resolve';
import type * as Y from 'yjs';
import { readAttributedText } from '../../editor/binding/attributed-text.ts';
import { SUGGESTION_ORIGIN } from '../../editor/binding/suggestion-undo.ts';
import { answerUndoOf } from '../../editor/binding/undo.ts';
import { EDITOR_ORIGIN } from '../../session/proposal-session.ts';
import type { PendingSuggestion, SuggestionIndex } from './suggestion-index.ts';

export interface Decided {
  /** Less than was asked for, where somebody else has decided in the meantime. */
  decided: readonly PendingSuggestion[];
  /** In every answer, as far as nothing was written there since. @returns those that are pending again */
  undo(): PendingSuggestion[];
}

interface Texts {
  doc: Y.Doc;
  index: SuggestionIndex;
}

type Chosen = readonly Pick<PendingSuggestion, 'key' | 'name' | 'id'>[];

interface There {
  ytext: Y.Text;
  suggestions: readonly PendingSuggestion[];
}

function stillThere({ doc, index }: Texts, chosen: Chosen): There[] {
  const found = chosen.flatMap((one) => index.find(one) ?? []);
  const byKey: ReadonlyMap<AnswerKey, readonly PendingSuggestion[]> = Map.groupBy(found, ({ key }) => key);
  return [...byKey].map(([key, suggestions]) => ({ ytext: doc.getText(key), suggestions }));
}

const allOf = (there: readonly There[]): PendingSuggestion[] => there.flatMap(({ suggestions }) => suggestions);

function resolveAll(doc: Y.Doc, there: readonly There[], decision: Decision, origin: symbol): void {
  doc.transact(() => {
    for (const { ytext, suggestions } of there) {
      resolveSuggestions(
        ytext,
        suggestions.map(({ id }) => id),
        decision,
      );
    }
  }, origin);
}

/** A step of undo of its own in each answer, beginning with the first of them. */
export function decide(texts: Texts, chosen: Chosen, decision: Decision): Decided {
  const there = stillThere(texts, chosen);
  const undos = there.map(({ ytext, suggestions }) => {
    const undo = answerUndoOf(ytext);
    undo.stopCapturing();
    const at = Math.min(suggestions[0]?.at ?? 0, ytext.length);
    undo.noteSelection({ anchor: at, focus: at });
    return undo;
  });
  resolveAll(texts.doc, there, decision, EDITOR_ORIGIN);
  const steps = undos.map((undo) => ({ undo, step: undo.lastStep(null) }));
  for (const undo of undos) undo.stopCapturing();
  return {
    decided: allOf(there),
    undo: () => {
      for (const { undo, step } of steps) if (step) undo.undoStep(step, null);
      return allOf(stillThere(texts, allOf(there)));
    },
  };
}

/** One's own, and what one brought with a file. Undo of suggestions brings them back, as new ones of the same authors. */
export function withdraw(texts: Texts, chosen: Chosen, userId: string): Pick<Decided, 'decided'> {
  const there = stillThere(texts, chosen).map(({ ytext, suggestions }) => ({
    ytext,
    suggestions: suggestions.filter(({ author }) => answersFor(author) === userId),
  }));
  const before = there.map(({ ytext }) => readAttributedText(ytext));
  resolveAll(texts.doc, there, 'reject', SUGGESTION_ORIGIN);
  for (const [index, { ytext }] of there.entries()) {
    const was = before[index];
    if (was) answerUndoOf(ytext).noteSuggestion(was, readAttributedText(ytext), { userId });
  }
  return { decided: allOf(there) };
}
