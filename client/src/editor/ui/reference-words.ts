// What a live reference says of itself, in the language of the interface: for screen readers, tooltips and menus.
import type { ReferenceTarget, ReferenceValues } from '@adagia/shared/references/reference-targets';
import { mayRefer, referenceOf, SIGNS } from '@adagia/shared/text/references';
import { getFixedT } from 'i18next';
import type * as Y from 'yjs';
import { referenceSourceOf } from '../../session/reference-source.ts';
import type { ReferenceLook } from '../model/reference-look.ts';

/** 'Amount: WP2 Listening' */
export function labelOf({ aspect, subject }: ReferenceTarget): string {
  const t = getFixedT(null, 'references');
  if (aspect === 'number' || aspect === 'name') return subject;
  return subject ? t('of', { aspect: t(`aspects.${aspect}`), subject }) : t(`aspects.${aspect}`);
}

export function lookOf(values: ReferenceValues | null, target: string, words: string): ReferenceLook {
  const found = values?.find(target);
  if (found) {
    const name = labelOf(found);
    return { text: found.text, label: name.startsWith(found.text) ? name : `${found.text}, ${name}`, isGone: false };
  }
  const t = getFixedT(null, 'references');
  return { text: words, label: values ? t('gone', { words }) : words, isGone: values !== null };
}

/** Part of an answer's text as people read it: for quotes. */
export function readableText(ytext: Y.Text, text: string): string {
  if (!mayRefer(text)) return text;
  const attributes = ytext.getAttributes();
  const source = ytext.doc && referenceSourceOf(ytext.doc);
  return text
    .split(SIGNS)
    .map((part) => {
      const ref = SIGNS.test(part) ? referenceOf(part, attributes) : null;
      return ref ? (source?.read(ref.target) ?? ref.words) : part;
    })
    .join('');
}
