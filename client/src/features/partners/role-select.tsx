// What an organisation is in the partnership. Coordinators change it; a new applicant is asked for twice, because P1 changes.
import type { Organisation, OrganisationRole } from '@adagia/shared/api/people';
import { can } from '@adagia/shared/roles';
import { Select, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';
import { cardFieldId } from '../plan/go-to-place.ts';
import { useChangeCard } from './use-card.ts';

const ROLES = ['applicant', 'partner', 'associated'] as const;

export function RoleSelect({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const { proposal } = useProposal();
  const change = useChangeCard(organisation);
  const { role, legalName } = organisation;
  const put = (next: OrganisationRole) => void change({ role: next }).catch(showProblem);
  const choose = (next: OrganisationRole) => {
    if (next === role) return;
    if (next !== 'applicant') return put(next);
    modals.openConfirmModal({
      title: t('letApply', { name: legalName }),
      children: t('letApplyText'),
      labels: { confirm: t('letApplyConfirm'), cancel: common('cancel') },
      onConfirm: () => put('applicant'),
    });
  };
  // There is always one applicant: another one takes its place, it cannot leave it.
  if (!can(proposal.role, 'organisation.manage') || proposal.freeze || role === 'applicant') {
    return (
      <Text size="sm" c="dimmed" id={cardFieldId('role')} tabIndex={-1}>
        {t(`roles.${role}`)}: {t(`roleHint.${role}`)}
      </Text>
    );
  }
  return (
    <Select
      id={cardFieldId('role')}
      mt="xs"
      maw="20rem"
      label={t('role')}
      description={t(`roleHint.${role}`)}
      data={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
      value={role}
      allowDeselect={false}
      onChange={(value) => choose(value as OrganisationRole)}
    />
  );
}
