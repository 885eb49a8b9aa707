// Documents to sign: which ones are asked for, those that are there, and a place to drop one. Who may not fill in sees and fetches.
import { documentPath, type IntakeDocument, type OrganisationIntake, removeDocument } from '@adagia/shared/api/intake';
import type { IntakeItem } from '@adagia/shared/intake/intake-items';
import { ActionIcon, Anchor, Stack, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { showProblem } from '../../ui/show-problem.ts';
import { DocumentUpload } from './document-upload.tsx';
import classes from './intake.module.css';
import { sizeText } from './size-text.ts';

interface DocumentListProps {
  intake: OrganisationIntake;
  items: IntakeItem[];
  sizeMaxBytes: number;
  isReadOnly: boolean;
}

export function DocumentList({ intake, items, sizeMaxBytes, isReadOnly }: DocumentListProps) {
  const { t, i18n } = useTranslation('partners');
  const kinds = [...items.flatMap((item) => item.kinds), 'other' as const];
  return (
    <section id="intake:document" className={classes.section} tabIndex={-1} aria-labelledby="document-title">
      <Title order={2} size="h4" id="document-title">
        {t('documents.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('documents.hint', { size: sizeText(sizeMaxBytes, i18n.language) })}
      </Text>
      <Stack gap="sm">
        {intake.documents.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('documents.none')}
          </Text>
        )}
        <div>
          {intake.documents.map((document) => (
            <DocumentRow key={document.id} document={document} intake={intake} isReadOnly={isReadOnly} />
          ))}
        </div>
        {!isReadOnly && <DocumentUpload intake={intake} kinds={kinds} sizeMaxBytes={sizeMaxBytes} />}
      </Stack>
    </section>
  );
}

interface RowProps {
  document: IntakeDocument;
  intake: OrganisationIntake;
  isReadOnly: boolean;
}

function DocumentRow({ document, intake: { organisationId }, isReadOnly }: RowProps) {
  const { t, i18n } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const { proposal } = useProposal();
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const by = proposal.members.find(({ userId }) => userId === document.uploadedBy)?.name;
  const { id, name, kind, sizeBytes, uploadedAt } = document;
  const remove = () =>
    callApi(removeDocument, { proposalId: proposal.id, organisationId, documentId: id }, {}).then(
      () => refresh(proposal.id, 'people'),
      showProblem,
    );
  const ask = () =>
    modals.openConfirmModal({
      title: t('removeRecord', { name }),
      children: t('documents.removeText'),
      labels: { confirm: common('remove'), cancel: common('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => void remove(),
    });
  return (
    <div className={classes.document} data-document={kind}>
      <div>
        <Anchor href={documentPath(proposal.id, organisationId, id)} download size="sm" fw={600}>
          <bdi>{name}</bdi>
        </Anchor>
        <Text size="xs" c="dimmed">
          {[t(`document.${kind}`), sizeText(sizeBytes, i18n.language), when.format(new Date(uploadedAt)), by]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {!isReadOnly && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('removeRecord', { name })} onClick={ask}>
          <IconTrash size={18} />
        </ActionIcon>
      )}
    </div>
  );
}
