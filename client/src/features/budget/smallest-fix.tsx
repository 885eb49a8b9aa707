// The least that would mend a broken rule, in words, and done by a button where I may change these cells. One step of undo.
import { smallestFix } from '@adagia/shared/budget/fixes';
import type { RuleContext, Violation } from '@adagia/shared/budget/rule';
import { BUDGET, FACTS } from '@adagia/shared/document';
import { Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useWritingRights } from '../../app/use-writing-rights.ts';
import { useObservable } from '../../session/observable.ts';
import { setFields } from '../../session/use-fields.ts';
import { useFigureSide, useFigureWriter } from './negotiation/use-figure-writer.ts';
import { fixText } from './use-violation-text.ts';

export function SmallestFix({ context, violation }: { context: RuleContext; violation: Violation }) {
  const { t, i18n } = useTranslation('budget');
  const { session } = useProposal();
  const canWrite = useObservable(session.canWrite);
  const { refusalAt } = useWritingRights();
  const write = useFigureWriter();
  const sideOf = useFigureSide();
  const fix = useMemo(() => smallestFix(context, violation), [context, violation]);
  if (!fix) return null;
  const { changes, lumpSumCents } = fix;
  const text = fixText(fix, t, i18n.language);
  const isOpen = (root: string, key: string) => (refusalAt?.(root, key) ?? null) === null;
  const isMine =
    Object.keys(changes).every((key) => isOpen(BUDGET, sideOf(key) === 'partner' ? `${key}:proposed` : key)) &&
    (lumpSumCents === undefined || isOpen(FACTS, 'lump_sum'));
  const apply = () => {
    const cells = Object.entries(changes).map(([key, cents]) => [key, cents ?? undefined]);
    if (cells.length > 0) write(Object.fromEntries(cells));
    if (lumpSumCents !== undefined) setFields(session, FACTS, { lump_sum: String(lumpSumCents / 100) });
    // The button goes with what it mends: the keyboard goes on at the rules.
    document.getElementById('rules')?.focus();
  };
  return (
    <Text size="sm" mt={4} data-fix>
      <strong>{t('fix.label')}</strong> {text}{' '}
      {canWrite && isMine && (
        <Button size="compact-xs" variant="default" aria-label={`${t('fix.apply')}: ${text}`} onClick={apply}>
          {t('fix.apply')}
        </Button>
      )}
    </Text>
  );
}
