// A live reference where there is no editor: the same element with the same words.
import type { Reference } from '@adagia/shared/text/references';
import { useProposal } from '../../app/proposal-context.ts';
import { useObservable } from '../../session/observable.ts';
import { referenceSourceOf } from '../../session/reference-source.ts';
import { REFERENCE_CLASS, referenceAttributes } from '../model/reference-look.ts';
import { lookOf } from './reference-words.ts';

export function StaticReference({ reference }: { reference: Reference }) {
  const { session } = useProposal();
  const values = useObservable(referenceSourceOf(session.doc));
  const look = lookOf(values, reference.target, reference.words);
  const { contenteditable: _none, ...attributes } = referenceAttributes(reference, look);
  return (
    <span className={REFERENCE_CLASS} {...attributes}>
      {look.text}
    </span>
  );
}
