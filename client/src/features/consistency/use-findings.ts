// What the texts say otherwise than the plan, the budget and each other, live, without what was waived.
import { checkTexts } from '@adagia/shared/consistency/check-texts';
import { type Finding, type WaivedFinding, withoutWaivedFindings } from '@adagia/shared/consistency/finding';
import { readGlossary } from '@adagia/shared/consistency/glossary';
import { WHOLE_PLAN, waiverKey, writeWaiver } from '@adagia/shared/plan/waivers';
import { useCallback, useMemo } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { setFields, useFields } from '../../session/use-fields.ts';
import { useDeferredOutline } from '../narrative/use-outline.ts';
import { usePlan } from '../plan/plan-context.ts';
import { useSettled } from './use-settled.ts';
import { QUIET_MS, useTexts } from './watch-texts.ts';

/** No step of undo: it would write a waiver of somebody else anew, in their name. */
const WAIVER_ORIGIN = Symbol('waiver of a finding');

export interface Findings {
  /** Nothing can be said yet. */
  isReading: boolean;
  open: Finding[];
  waived: WaivedFinding[];
  /** @param reason undefined takes the waiver back. @returns whether the reason will do */
  waive(finding: Finding, reason: string | undefined): boolean;
}

export function useFindings(): Findings {
  const { proposal, session, me } = useProposal();
  const { project } = usePlan();
  const settled = useSettled(project, QUIET_MS);
  const { answers } = useDeferredOutline();
  const facts = useFields(session, 'facts');
  const texts = useTexts(session.doc, answers);
  const acronym = String(facts.get('acronym') ?? proposal.acronym);
  const found = useMemo(
    () => (texts ? checkTexts({ ...settled, texts, acronym, glossary: readGlossary(facts) }) : []),
    [settled, texts, acronym, facts],
  );
  const { open, waived } = useMemo(() => withoutWaivedFindings(found, project.planFields), [found, project.planFields]);
  const waive = useCallback<Findings['waive']>(
    ({ waiverId }, reason) => {
      const value = reason === undefined ? undefined : writeWaiver({ at: new Date().toISOString(), by: me.id, reason });
      if (value === null) return false;
      setFields(session, 'plan', { [waiverKey(WHOLE_PLAN, waiverId)]: value }, WAIVER_ORIGIN);
      return true;
    },
    [session, me.id],
  );
  return { isReading: texts === null, open, waived, waive };
}
