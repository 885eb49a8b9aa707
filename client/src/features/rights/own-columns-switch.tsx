// Whether each organisation changes its own column of the budget alone: set by coordinators, told to everybody.
import { setOwnColumns } from '@adagia/shared/api/rights';
import { can } from '@adagia/shared/roles';
import { Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';

export function OwnColumnsSwitch() {
  const { t } = useTranslation('rights');
  const { proposal } = useProposal();
  const { hasOwnColumns, id: proposalId, role } = proposal;
  if (!can(role, 'proposal.manage')) return hasOwnColumns ? <Text size="sm">{t('ownColumns')}.</Text> : null;
  const set = (isOn: boolean) =>
    callApi(setOwnColumns, { proposalId }, { isOn }).then(() => refresh(proposalId, 'people'), showProblem);
  return (
    <Switch
      label={t('ownColumns')}
      description={t('ownColumnsHint')}
      checked={hasOwnColumns}
      onChange={(event) => void set(event.currentTarget.checked)}
    />
  );
}
