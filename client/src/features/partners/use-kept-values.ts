// The fields of a form that has a button to save it, kept on this device until it was saved or given up: a reload without network
// must not take what somebody has typed.
import { useState } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { keepField, keptField } from '../../offline/kept-fields.ts';

/** Plain values of a form, as JSON has them. */
type KeptValues = Record<string, string | boolean | null>;

interface FormPlace<Values> {
  /** What was being written when the page was left, null when nothing was. */
  kept: Values | null;
  keep(values: Values): void;
  /** It was saved, or given up. */
  forget(): void;
}

export const recordPlace = (organisationId: string, kind: string, recordId = 'new'): string =>
  `${organisationId}/${kind}/${recordId}`;

/** @returns the first of these that was being written when the page was left; null when none was. */
export function useKeptRecord(organisationId: string, kind: string, recordIds: readonly string[]): string | null {
  const { me, proposal } = useProposal();
  const isKept = (id: string) => keptField(me.id, `${proposal.id}/${recordPlace(organisationId, kind, id)}`) !== null;
  const [found] = useState(() => recordIds.find(isKept) ?? null);
  return found;
}

/** @param place stable and unique in a proposal: `<record>/<form>` */
export function useFormPlace<Values extends KeptValues>(place: string): FormPlace<Values> {
  const { me, proposal } = useProposal();
  const name = `${proposal.id}/${place}`;
  const [kept] = useState(() => {
    const found = keptField(me.id, name);
    return found && (JSON.parse(found.draft) as Values);
  });
  return {
    kept,
    keep: (values) => keepField(me.id, name, { draft: JSON.stringify(values), base: null }),
    forget: () => keepField(me.id, name, null),
  };
}
