// What an item of the intake is called, and where on the intake page it is.
import { answerKey } from '@adagia/shared/answer-key';
import type { IntakeItem } from '@adagia/shared/intake/intake-items';
import { isWritten } from '@adagia/shared/programme/outline';
import { useTranslation } from 'react-i18next';

export function useItemName(): (item: IntakeItem) => string {
  const { t, i18n } = useTranslation('partners');
  return ({ group, question, kinds }) => {
    if (group === 'text') return question?.prompt ?? '';
    if (group !== 'document') return t(`item.${group}`);
    const names = kinds.map((kind) => t(`document.${kind}`));
    return new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(names);
  };
}

export function itemAnchor({ group, question }: IntakeItem, organisationId: string): string {
  if (!question) return `intake:${group}`;
  return isWritten(question) ? answerKey(question.id, organisationId) : `fact:${question.id}/${organisationId}`;
}
