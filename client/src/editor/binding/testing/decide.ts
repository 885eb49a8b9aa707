// Suggestions are accepted, rejected and withdrawn at random, as cards do it: in the text itself, as a step that undo takes back.
import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { parseSuggestionId } from '@adagia/shared/text/suggestions';
import { resolveSuggestions } from '@adagia/shared/text/suggestions-resolve';
import { EDITOR_ORIGIN } from '../../../session/proposal-session.ts';
import { SUGGESTION_ORIGIN } from '../suggestion-undo.ts';
import type { Intent, Operation } from './operations.ts';

const decideOn =
  (mayAccept: boolean): Operation =>
  ({ replica, random }): Intent => {
    const { ytext, doc, author } = replica;
    const all = listSuggestions(ytext.toDelta(), ytext.getAttributes()).map(({ id }) => id);
    const ids = author ? all.filter((id) => parseSuggestionId(id)?.author === author.userId) : all;
    if (ids.length === 0) return { type: 'replace', at: 0, until: 0, insert: '' };
    const some = random.chance(0.2) ? ids : [random.pick(ids)];
    const decision = mayAccept && random.chance(0.5) ? 'accept' : 'reject';
    doc.transact(() => resolveSuggestions(ytext, some, decision), author ? SUGGESTION_ORIGIN : EDITOR_ORIGIN);
    return { type: 'decision', decision, ids: some };
  };

export const decide = decideOn(true);
export const withdraw = decideOn(false);
