// Each organisation's column as a whole: what it gets, what it asks for, and whether it has agreed to it, with the day; also that
// something changed after that, and what.
import { setAgreement } from '@adagia/shared/api/negotiation';
import { changedFigures, columnFigures } from '@adagia/shared/budget/column-agreement';
import { formatAmount } from '@adagia/shared/budget/format-amount';
import type { Negotiation } from '@adagia/shared/budget/negotiation';
import { BUDGET } from '@adagia/shared/document';
import type { OrganisationId } from '@adagia/shared/ids';
import { can } from '@adagia/shared/roles';
import { Button, Group, Table, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../api/call.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { showProblem } from '../../../ui/show-problem.ts';
import { WideTable } from '../../../ui/wide-table.tsx';
import { type Project, type ProjectOrganisation, useProject } from '../../plan/use-project.ts';
import { AgreementState } from './agreement-state.tsx';
import { columnOf } from './column-of.ts';
import { DecideAll } from './decide-all.tsx';
import { negotiationKey, useAgreements } from './use-negotiation.ts';

const columns = ['organisation', 'agreed', 'ifAccepted', 'state', 'decision'] as const;

interface ColumnAgreementsProps {
  project: Project;
  open: readonly Negotiation[];
}

export function ColumnAgreements({ project, open }: ColumnAgreementsProps) {
  const { t } = useTranslation('negotiation');
  const accepted = useProject(BUDGET, 'proposed');
  return (
    <>
      <Title order={3} size="h5">
        {t('agreements')}
      </Title>
      <WideTable label={t('agreements')}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col" ta={column === 'agreed' || column === 'ifAccepted' ? 'end' : 'start'}>
                {t(column)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {project.paidOrganisations.map((one) => (
            <ColumnRow
              key={one.id}
              organisation={one}
              project={project}
              accepted={accepted}
              open={open.filter((figure) => columnOf(figure) === one.id)}
            />
          ))}
        </Table.Tbody>
      </WideTable>
    </>
  );
}

interface ColumnRowProps extends ColumnAgreementsProps {
  organisation: ProjectOrganisation;
  accepted: Project;
}

function ColumnRow({ organisation, project, accepted, open }: ColumnRowProps) {
  const { i18n } = useTranslation('negotiation');
  const { id, number, legalName } = organisation;
  const totalOf = ({ budget }: Project) => budget.organisationTotals.get(id) ?? 0;
  const euro = (cents: number) => formatAmount(cents, i18n.language, 'euro');
  const name = `${number} ${legalName}`;
  return (
    <Table.Tr data-column={id}>
      <Table.Th scope="row" fw={400} miw="10rem">
        {name}
      </Table.Th>
      <Table.Td ta="end">{euro(totalOf(project))}</Table.Td>
      <Table.Td ta="end">{open.length > 0 ? euro(totalOf(accepted)) : ''}</Table.Td>
      <Table.Td miw="14rem">
        <AgreementState organisation={organisation} project={project} open={open.length} />
      </Table.Td>
      <Table.Td miw="12rem">
        <Group gap="xs">
          <DecideAll project={project} accepted={accepted} open={open} name={name} organisationId={id} />
          <AgreeButton organisationId={id} name={name} project={project} isOpen={open.length > 0} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

interface AgreeButtonProps {
  organisationId: OrganisationId;
  name: string;
  project: Project;
  isOpen: boolean;
}

/** By its own people; a coordinator notes what an organisation told them. */
function AgreeButton({ organisationId, name, project, isOpen }: AgreeButtonProps) {
  const { t } = useTranslation('negotiation');
  const { proposal } = useProposal();
  const client = useQueryClient();
  const last = useAgreements().find((one) => one.organisationId === organisationId);
  const { role, organisationId: own, id: proposalId } = proposal;
  const isOwn = own === organisationId && can(role, 'content.writeAll');
  if (proposal.isArchived || (!isOwn && !can(role, 'proposal.manage'))) return null;
  const now = columnFigures(project.budget, organisationId);
  const isAgreed = last?.figures != null && changedFigures(last.figures, now).length === 0;
  const set = (figures: typeof now | null) =>
    callApi(setAgreement, { proposalId, organisationId }, { figures })
      .catch(showProblem)
      .then(() => client.invalidateQueries({ queryKey: negotiationKey(proposalId) }));
  if (isAgreed) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${t('takeBack')}: ${name}`}
        onClick={() => void set(null)}
      >
        {t('takeBack')}
      </Button>
    );
  }
  if (isOpen) return <Text size="sm">{isOwn ? t('decideFirst') : ''}</Text>;
  return (
    <Button
      size="compact-sm"
      variant={isOwn ? 'filled' : 'default'}
      aria-label={`${t(isOwn ? 'agree' : 'note')}: ${name}`}
      onClick={() => void set(now)}
    >
      {t(isOwn ? 'agree' : 'note')}
    </Button>
  );
}
