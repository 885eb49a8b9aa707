// What is collected from one organisation, below its data. Seen by its own people and by coordinators.
import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DocumentList } from './document-list.tsx';
import { OrganisationTexts } from './organisation-texts.tsx';
import { RecordList } from './record-list.tsx';
import { RepresentativeForm } from './representative-form.tsx';
import { SaveNote } from './save-note.tsx';
import { useAutosave } from './use-autosave.ts';
import type { OrganisationItems } from './use-items.ts';
import { useChangeRepresentative } from './use-representative.ts';

interface IntakeProps {
  collected: OrganisationItems;
  sizeMaxBytes: number;
  mayFill: boolean;
  /** Files are no content of the proposal: they are uploaded all the same. */
  isFrozen: boolean;
}

export function IntakeSections({ collected, sizeMaxBytes, mayFill, isFrozen }: IntakeProps) {
  const { intake, items, organisation } = collected;
  const props = { intake, isReadOnly: !mayFill || isFrozen };
  const isFull = organisation.role !== 'associated';
  return (
    <Stack gap="xl">
      {isFull && <RepresentativeForm {...props} />}
      <RecordList {...props} kind="contact" />
      {isFull && <OrganisationTexts organisationId={organisation.id} />}
      {isFull && (
        <RecordList {...props} kind="project">
          <NoProjects {...props} />
        </RecordList>
      )}
      <DocumentList {...props} isReadOnly={!mayFill} items={items} sizeMaxBytes={sizeMaxBytes} />
    </Stack>
  );
}

interface NoProjectsProps {
  intake: OrganisationItems['intake'];
  isReadOnly: boolean;
}

/** Else nobody knows whether they were forgotten. */
function NoProjects({ intake, isReadOnly }: NoProjectsProps) {
  const { t } = useTranslation('partners');
  const change = useChangeRepresentative(intake);
  const autosave = useAutosave(`${intake.organisationId}/pastProjectsNone`, {
    stored: intake.pastProjectsNone ? 'yes' : '',
    save: (value) => change({ pastProjectsNone: value === 'yes' }),
  });
  if (intake.records.some(({ kind }) => kind === 'project')) return null;
  return (
    <div>
      <Checkbox
        label={t('project.noneSaid')}
        checked={autosave.value === 'yes'}
        disabled={isReadOnly}
        onChange={(event) => autosave.commit(event.currentTarget.checked ? 'yes' : '')}
      />
      <SaveNote field={autosave} />
    </div>
  );
}
