// Several choices of a list: one key for each, so that choices made at the same time add up. Then there may be more than
// allowed, which is said and not undone.
import type { Question } from '@adagia/shared/programme/schema';
import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { setFields, useFields } from '../../session/use-fields.ts';
import classes from './facts.module.css';
import { groupedOptions } from './options.ts';
import { useIsReadOnly } from './use-is-read-only.ts';

export function MultiChoice({ question }: { question: Question }) {
  const { t } = useTranslation('facts');
  const { session } = useProposal();
  const facts = useFields(session, 'facts');
  const isReadOnly = useIsReadOnly(question.id);
  const { options = [], choicesMax: max } = question;
  const keyOf = (optionId: string) => `${question.id}/${optionId}`;
  const chosen = options.map((option) => option.id).filter((id) => facts.get(keyOf(id)) === true);
  const over = max === undefined ? 0 : Math.max(0, chosen.length - max);
  const choose = (next: string[]) => {
    const added = next.filter((id) => !chosen.includes(id)).map((id) => [keyOf(id), true]);
    const removed = chosen.filter((id) => !next.includes(id)).map((id) => [keyOf(id), undefined]);
    setFields(session, 'facts', Object.fromEntries([...added, ...removed]));
  };
  return (
    <MultiSelect
      label={question.prompt}
      description={max === undefined ? question.guidance : t('choicesLeft', { chosen: chosen.length, max })}
      error={max !== undefined && over > 0 && t('tooMany', { count: over, over, max })}
      placeholder={chosen.length === 0 ? t('choose') : ''}
      nothingFoundMessage={t('nothingFound')}
      searchable
      classNames={{ pill: classes.pill ?? '' }}
      readOnly={isReadOnly}
      {...(max !== undefined && { maxValues: Math.max(max, chosen.length) })}
      data={groupedOptions(options)}
      value={chosen}
      onChange={choose}
    />
  );
}
