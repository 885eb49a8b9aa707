// All matches in the answers of the page, mounted or not, found again when texts, answers or the query change.
import { useEffect, useMemo, useState } from 'react';
import { useObservable } from '../../session/observable.ts';
import type { ShownAnswer } from './editor-workspace.ts';
import { findMatches, type Match } from './find-matches.ts';
import { readableAnswer } from './readable-answer.ts';
import { useEditorWorkspace } from './use-editor-workspace.ts';

export interface FoundMatch extends Match {
  answer: ShownAnswer;
  /** Some of it is what a live reference says: it is found, and not replaced. */
  isFixed: boolean;
  /** Where it stands in the words that are shown, for its context. */
  shown: Match;
  /** As they are shown. */
  words: string;
}

/** @returns those of this moment */
export function matchesIn(answer: ShownAnswer, { text, isCaseSensitive }: FindQuery): FoundMatch[] {
  const readable = readableAnswer(answer.ytext);
  return findMatches(readable.text, text, isCaseSensitive).map((shown) => ({
    ...readable.toText(shown),
    answer,
    shown,
    words: readable.text.slice(shown.at, shown.at + shown.length),
  }));
}

export interface FindQuery {
  text: string;
  isCaseSensitive: boolean;
}

/** Empty while `query` is null or empty. In the order of the page. */
export function useMatches(query: FindQuery | null): FoundMatch[] {
  const workspace = useEditorWorkspace();
  const revision = useObservable(workspace.revision);
  const [edits, setEdits] = useState(0);
  const isOn = query !== null && query.text !== '';
  useEffect(() => {
    if (!isOn) return;
    let frame = 0;
    const changed = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        setEdits((count) => count + 1);
      });
    };
    const answers = workspace.answers();
    for (const { ytext } of answers) ytext.observe(changed);
    return () => {
      cancelAnimationFrame(frame);
      for (const { ytext } of answers) ytext.unobserve(changed);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new revision has other answers to watch
  }, [workspace, revision, isOn]);
  return useMemo(() => {
    if (!isOn) return [];
    return workspace.answers().flatMap((answer) => matchesIn(answer, query));
    // oxlint-disable-next-line react/memo-dependencies, react-hooks/exhaustive-deps -- texts and answers are read anew after each edit and revision
  }, [workspace, revision, edits, query, isOn]);
}
