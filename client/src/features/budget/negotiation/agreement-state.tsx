// "Agreed on 3 November 2026 by Ben", "Changed since: WP2 from 4,000.00 to 4,200.00", or that there is no agreement yet.
import { changedFigures, columnFigures } from '@adagia/shared/budget/column-agreement';
import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { momentFormat } from '../../../i18n/time-zone.ts';
import type { Project, ProjectOrganisation } from '../../plan/use-project.ts';
import { useFigureText } from '../figures/use-figure-text.ts';
import { useRowName } from '../use-row-name.ts';
import { useAgreements } from './use-negotiation.ts';

interface AgreementStateProps {
  organisation: ProjectOrganisation;
  project: Project;
  /** Open figures in the column. */
  open: number;
}

/** Changed figures that are named: the rest is counted. */
const NAMED_MAX = 3;

export function AgreementState({ organisation: { id, legalName }, project, open }: AgreementStateProps) {
  const { t, i18n } = useTranslation('negotiation');
  const last = useAgreements().find((one) => one.organisationId === id);
  const openText = open > 0 ? t('openCount', { count: open }) : '';
  if (!last?.figures) {
    return (
      <Text size="sm" data-agreement="none">
        <IconCircleDashed size={14} aria-hidden /> {t('notAgreed')} {openText}
      </Text>
    );
  }
  const changed = changedFigures(last.figures, columnFigures(project.budget, id));
  const date = momentFormat(i18n.language, { dateStyle: 'long' }).format(new Date(last.at));
  const said = t('agreedBy', { organisation: legalName, date, name: last.name });
  const isChanged = changed.length > 0;
  const Icon = isChanged ? IconAlertTriangle : IconCheck;
  return (
    <>
      <Text size="sm" data-agreement={isChanged ? 'changed' : 'agreed'} {...(isChanged && { c: 'dimmed' })}>
        <Icon size={14} aria-hidden /> {said} {openText}
      </Text>
      {isChanged && <Changed changed={changed} project={project} />}
    </>
  );
}

function Changed({ changed, project }: { changed: ReturnType<typeof changedFigures>; project: Project }) {
  const { t } = useTranslation('negotiation');
  const rowName = useRowName();
  const textOf = useFigureText();
  const nameOf = (rowId: string) => {
    const row = project.budget.rows.find((one) => one.id === rowId);
    return row ? rowName(row) : t('goneRow');
  };
  const named = changed
    .slice(0, NAMED_MAX)
    .map(({ rowId, agreed, now }) =>
      t('changedFigure', { name: nameOf(rowId), agreed: textOf(agreed), now: textOf(now) }),
    );
  const more = changed.length - named.length;
  return (
    <Text size="sm" fw={600}>
      {t('changedSince', { figures: named.join('; ') })} {more > 0 && t('changedMore', { count: more })}
    </Text>
  );
}
