// What of somebody's doing cannot be undone, because others have built on it or it is not ours to write: each with why.
import type { TracedPerson } from '@adagia/shared/api/undo-person';
import { PLAN } from '@adagia/shared/document';
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { targetName } from '../../timeline/timeline-words.ts';
import { useWordsContext } from '../../timeline/use-words-context.ts';
import type { Closed } from '../restoring/plan-restoring.ts';
import type { PersonUndoPlan } from './plan-person-undo.ts';
import classes from './undo-person.module.css';

/** Of one kind that are named one by one: a budget can have hundreds. */
const NAMED_MAX = 12;

const kindOf = { facts: 'fact', plan: 'plan', budget: 'budget' } as const;

interface WhatStaysProps {
  plan: PersonUndoPlan;
  people: TracedPerson['people'];
}

export function WhatStays({ plan, people }: WhatStaysProps) {
  const { t } = useTranslation(['undoPerson', 'versions']);
  const context = useWordsContext();
  const nameOf = ({ root, key }: Closed) =>
    key === null
      ? targetName(context, { kind: 'text', target: root })
      : targetName(context, { kind: kindOf[root as keyof typeof kindOf], target: key });
  const personOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? t('versions:somebody');
  const few = (lines: readonly string[]): string[] =>
    lines.length > NAMED_MAX
      ? [...lines.slice(0, NAMED_MAX), t('versions:andMore', { count: lines.length - NAMED_MAX })]
      : [...lines];
  const numbers = (['amid', 'deletedByOthers', 'broughtBack', 'unclear'] as const).flatMap((kind) =>
    plan[kind] > 0 ? [t(kind, { count: plan[kind] })] : [],
  );
  const lines = [
    ...numbers,
    ...few(
      plan.overtaken.map(({ map, key, overtakenBy }) =>
        t('overtaken', { what: nameOf({ root: map, key }), name: personOf(overtakenBy) }),
      ),
    ),
    ...plan.builtOn.map((id) => t('builtOn', { what: nameOf({ root: PLAN, key: `${id}/title` }) })),
    ...few(plan.closed.map((place) => t('closed', { what: nameOf(place) }))),
  ];
  if (lines.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h6">
        {t('stays')}
      </Title>
      <ul className={classes.stays}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
