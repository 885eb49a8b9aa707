// The table of roles and capabilities as people read it: one row for each thing, one column for each role. Where there is little room the
// roles stand upright, so that all six fit.
import { type Capability, can, capabilities, type Role, roleSchema } from '@adagia/shared/roles';
import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import classes from './role-matrix.module.css';

type Words<C> = C extends `${infer A}.${infer B}` ? `can_${A}_${B}` : never;
const wordsOf = (capability: Capability) => `can_${capability.replace('.', '_')}` as Words<Capability>;

export function RoleMatrix() {
  const { t } = useTranslation('rights');
  const { t: people } = useTranslation('people');
  const { proposal } = useProposal();
  return (
    <div className={classes.frame}>
      <table className={classes.matrix}>
        <caption className={classes.caption}>{t('matrixIntro')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('capability')}</th>
            {roleSchema.options.map((role) => (
              <th key={role} scope="col" data-mine={role === proposal.role || undefined}>
                <span className={classes.role}>{people(role)}</span>
                {role === proposal.role && <VisuallyHidden> ({t('yours')})</VisuallyHidden>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {capabilities.map((capability) => (
            <tr key={capability}>
              <th scope="row">{t(wordsOf(capability))}</th>
              {roleSchema.options.map((role) => (
                <Mark key={role} isAllowed={can(role, capability)} role={role} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Mark({ isAllowed, role }: { isAllowed: boolean; role: Role }) {
  const { t } = useTranslation('rights');
  const { proposal } = useProposal();
  const Icon = isAllowed ? IconCheck : IconMinus;
  return (
    <td data-allowed={isAllowed || undefined} data-mine={role === proposal.role || undefined}>
      <Icon size={16} aria-hidden />
      <VisuallyHidden>{t(isAllowed ? 'yes' : 'no')}</VisuallyHidden>
    </td>
  );
}
