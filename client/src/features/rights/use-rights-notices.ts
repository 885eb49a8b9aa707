// Says at once what changed about one's own rights while one is at work: a section that was locked, another role. Stands above the
// session, which may be opened anew by the very change.
import type { Me, Proposal } from '@adagia/shared/api/people';
import type { Call } from '@adagia/shared/programme/schema';
import { can } from '@adagia/shared/roles';
import { BUDGET_SECTION, PLAN_SECTION } from '@adagia/shared/writing-rights';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Milliseconds: long enough to be read after one has looked up from the text. */
const SHOWN_MS = 12_000;

function titleOf({ organisations }: Proposal, call: Call | undefined, sectionId: string): string {
  const [id, objectId] = sectionId.split(':');
  const title = call?.sections.find((section) => section.id === id)?.title ?? '';
  const organisation = organisations.find((one) => one.id === objectId)?.legalName;
  return organisation ? `${title}: ${organisation}` : title;
}

export function useRightsNotices(proposal: Proposal, me: Me, call: Call | undefined): void {
  const { t } = useTranslation('rights');
  const { t: people } = useTranslation('people');
  const before = useRef(proposal);
  useEffect(() => {
    const known = before.current;
    before.current = proposal;
    if (known === proposal) return;
    if (known.role !== proposal.role) {
      notifications.show({ message: t('roleNow', { role: people(proposal.role) }), autoClose: SHOWN_MS });
    }
    if (!can(proposal.role, 'content.write')) return;
    const wasLocked = new Set(known.sections.filter(({ lockedBy }) => lockedBy).map(({ sectionId }) => sectionId));
    const whole = new Map([
      [PLAN_SECTION, t('plan')],
      [BUDGET_SECTION, t('budget')],
    ]);
    for (const { sectionId, lockedBy, lockedByName: name } of proposal.sections) {
      if (!lockedBy || lockedBy === me.id || wasLocked.has(sectionId)) continue;
      const section = `“${whole.get(sectionId) ?? titleOf(proposal, call, sectionId)}”`;
      notifications.show({ color: 'orange', message: t('lockedNow', { name, section }), autoClose: SHOWN_MS });
    }
  }, [proposal, me.id, call, t, people]);
}
