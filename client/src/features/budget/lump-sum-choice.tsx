// Which lump sum the project asks for: one of those of its call. The same fact as in the form.
import { formatAmount } from '@adagia/shared/budget/format-amount';
import { FACTS } from '@adagia/shared/document';
import { Group, Radio, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useCanWriteAt } from '../../app/use-writing-rights.ts';
import { setFields } from '../../session/use-fields.ts';
import type { Project } from '../plan/use-project.ts';

export function LumpSumChoice({ project }: { project: Project }) {
  const { t, i18n } = useTranslation('budget');
  const { session } = useProposal();
  const canWrite = useCanWriteAt(FACTS, 'lump_sum');
  const { lumpSumCents } = project.project;
  const amounts = project.call.lumpSumsCents?.value;
  const euro = (cents: number) => formatAmount(cents, i18n.language, 'euro');
  if (!amounts) {
    return (
      <Text>
        {t('grant')}: <strong>{euro(project.budget.total)}</strong>
      </Text>
    );
  }
  if (!canWrite) {
    return (
      <Text>
        {t('lumpSum')}: {lumpSumCents === null ? t('lumpSumNone') : euro(lumpSumCents)}
      </Text>
    );
  }
  const isUnknown = lumpSumCents !== null && !amounts.includes(lumpSumCents);
  return (
    <Radio.Group
      label={t('lumpSum')}
      description={isUnknown ? t('lumpSumUnknown', { amount: euro(lumpSumCents) }) : undefined}
      value={lumpSumCents === null ? '' : String(lumpSumCents / 100)}
      onChange={(value) => setFields(session, FACTS, { lump_sum: value })}
    >
      <Group mt={4} gap="lg">
        {amounts.map((cents, index) => (
          // The first one carries the name of the fact: where rules say that it is missing, they lead here.
          <Radio
            key={cents}
            {...(index === 0 && { id: 'fact:lump_sum' })}
            value={String(cents / 100)}
            label={euro(cents)}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}
