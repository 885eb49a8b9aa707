// Whether partners propose the figures of their column and coordinators decide: set by coordinators, told to everybody.
import { setNegotiation } from '@adagia/shared/api/negotiation';
import { can } from '@adagia/shared/roles';
import { Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../api/call.ts';
import { refresh } from '../../../api/queries.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { showProblem } from '../../../ui/show-problem.ts';

export function NegotiationSwitch() {
  const { t } = useTranslation('negotiation');
  const { proposal } = useProposal();
  const { isNegotiated, id: proposalId, role } = proposal;
  if (!can(role, 'proposal.manage')) return isNegotiated ? <Text size="sm">{t('isOn')}</Text> : null;
  const set = (isOn: boolean) =>
    callApi(setNegotiation, { proposalId }, { isOn }).then(() => refresh(proposalId, 'people'), showProblem);
  return (
    <Switch
      label={t('switch')}
      description={t('switchHint')}
      checked={isNegotiated}
      onChange={(event) => void set(event.currentTarget.checked)}
    />
  );
}
