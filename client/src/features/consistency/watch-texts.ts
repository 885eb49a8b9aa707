// All answers of a proposal as the portal would get them, for checks that read them together: read again some time after a change, so
// that nobody who types or drags waits for it.

import { LIVE, type TextToCheck } from '@adagia/shared/consistency/finding';
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import { portalText } from '@adagia/shared/text/plain-text';
import { withPlainReferences } from '@adagia/shared/text/references';
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { referenceSourceOf } from '../../session/reference-source.ts';
import { rawBlocksOf } from '../narrative/answer-text.ts';

/** Milliseconds without a change, also of the plan: shorter than anybody looks up, longer than between two keys. */
export const QUIET_MS = 600;

/** What a live reference says cannot disagree: its figure is that of the plan. What it names is what the sentence is about. */
const NAMES = /^(?:number|name|title|acronym):/;

export function readTexts(doc: Y.Doc, answers: readonly OutlineAnswer[]): TextToCheck[] {
  const { read } = referenceSourceOf(doc);
  const readName = (target: string) => (NAMES.test(target) ? read(target) : LIVE);
  return answers.flatMap(({ key, question, object }) => {
    const text = portalText(withPlainReferences(rawBlocksOf(doc, key), readName));
    return text ? [{ key, questionId: question.id, objectId: object?.id ?? null, text }] : [];
  });
}

const isSame = (a: readonly TextToCheck[] | null, b: readonly TextToCheck[]): a is readonly TextToCheck[] =>
  a?.length === b.length && a.every(({ key, text }, index) => key === b[index]?.key && text === b[index].text);

/** @returns null until the page stands; the same array while no text is another: after most changes elsewhere */
export function useTexts(doc: Y.Doc, answers: readonly OutlineAnswer[]): readonly TextToCheck[] | null {
  const [texts, setTexts] = useState<readonly TextToCheck[] | null>(null);
  useEffect(() => {
    let timer = 0;
    const read = () => {
      const next = readTexts(doc, answers);
      setTexts((before) => (isSame(before, next) ? before : next));
    };
    const changed = () => {
      clearTimeout(timer);
      timer = window.setTimeout(read, QUIET_MS);
    };
    changed();
    doc.on('update', changed);
    return () => {
      clearTimeout(timer);
      doc.off('update', changed);
    };
  }, [doc, answers]);
  return texts;
}
