// The matrix of roles where people are managed: a part of the page People, and folded away in the share dialog.
import { Button, Collapse, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { RoleMatrix } from './role-matrix.tsx';

export function RoleMatrixSection() {
  const { t } = useTranslation('rights');
  return (
    <section aria-label={t('matrixTitle')} id="roles">
      <Title order={2} size="h4" mb="sm">
        {t('matrixTitle')}
      </Title>
      <RoleMatrix />
    </section>
  );
}

export function RoleMatrixToggle() {
  const { t } = useTranslation('rights');
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <div>
      <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={toggle}>
        {t(isOpen ? 'matrixHide' : 'matrixShow')}
      </Button>
      <Collapse expanded={isOpen}>{isOpen && <RoleMatrix />}</Collapse>
    </div>
  );
}
