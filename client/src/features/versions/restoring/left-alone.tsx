// What restoring does not change although it differs: what is not this person's to write, and answers that have no place any more.
import { Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { targetName } from '../../timeline/timeline-words.ts';
import { useWordsContext } from '../../timeline/use-words-context.ts';
import { CopyOldAnswer } from '../copy-old-answer.tsx';
import type { Closed, RestoringPlan } from './plan-restoring.ts';

/** Places that are named one by one: a closed budget can have hundreds. */
const NAMED_MAX = 12;

const kindOf = { facts: 'fact', plan: 'plan', budget: 'budget' } as const;

export function LeftAlone({ plan: { closed, homeless } }: { plan: RestoringPlan }) {
  const { t } = useTranslation('versions');
  const context = useWordsContext();
  const nameOf = ({ root, key }: Closed) =>
    key === null
      ? targetName(context, { kind: 'text', target: root })
      : targetName(context, { kind: kindOf[root as keyof typeof kindOf], target: key });
  return (
    <>
      {closed.length > 0 && (
        <section>
          <Title order={3} size="h6">
            {t('closedTitle')}
          </Title>
          <ul>
            {closed.slice(0, NAMED_MAX).map((place) => (
              <li key={`${place.root} ${place.key}`}>{nameOf(place)}</li>
            ))}
            {closed.length > NAMED_MAX && <li>{t('andMore', { count: closed.length - NAMED_MAX })}</li>}
          </ul>
        </section>
      )}
      {homeless.length > 0 && (
        <section>
          <Title order={3} size="h6">
            {t('homelessTitle')}
          </Title>
          {homeless.map(({ root, part }) => (
            <Group key={root} justify="space-between" my={4}>
              <Text size="sm">{nameOf({ root, key: null })}</Text>
              <CopyOldAnswer part={part} title={nameOf({ root, key: null })} />
            </Group>
          ))}
        </section>
      )}
    </>
  );
}
