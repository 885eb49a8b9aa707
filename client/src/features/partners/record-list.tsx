// Contacts, or past projects: a list, each changed and removed on its own, so that two people who add at once both keep theirs.
import {
  addRecord,
  changeRecord,
  type IntakeRecord,
  type OrganisationIntake,
  removeRecord,
} from '@adagia/shared/api/intake';
import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';
import { focusSoon } from '../plan/focus-soon.ts';
import classes from './intake.module.css';
import { type RecordValues, recordFields } from './record-fields.ts';
import { RecordForm } from './record-form.tsx';
import { useKeptRecord } from './use-kept-values.ts';

type Kind = IntakeRecord['kind'];

type Body = z.input<(typeof addRecord)['body']>;

/** Saving rejects with ApiError; what cannot be removed is said. */
function useRecords({ organisationId }: OrganisationIntake, kind: Kind) {
  const { id: proposalId } = useProposal().proposal;
  const place = { proposalId, organisationId };
  return {
    async save(recordId: string | null, values: RecordValues): Promise<void> {
      const body = { kind, ...values } as Body;
      await (recordId ? callApi(changeRecord, { ...place, recordId }, body) : callApi(addRecord, place, body));
      await refresh(proposalId, 'people');
    },
    async remove(recordId: string): Promise<void> {
      try {
        await callApi(removeRecord, { ...place, recordId }, {});
        await refresh(proposalId, 'people');
      } catch (error) {
        showProblem(error);
      }
    },
  };
}

const addButtonId = (kind: Kind): string => `add:${kind}`;
const editButtonId = (recordId: string): string => `edit:${recordId}`;

interface RecordListProps {
  kind: Kind;
  intake: OrganisationIntake;
  isReadOnly: boolean;
  children?: ReactNode;
}

export function RecordList({ kind, intake, isReadOnly, children }: RecordListProps) {
  const { t } = useTranslation('partners');
  const { save, remove } = useRecords(intake, kind);
  const records = intake.records.filter((record) => record.kind === kind);
  const { organisationId } = intake;
  const begun = useKeptRecord(organisationId, kind, [...records.map(({ id }) => id), 'new']);
  const [edited, setEdited] = useState(begun);
  const group = kind === 'contact' ? 'contact' : 'projects';
  /** The form takes the focus with it: it goes to where the form was opened. */
  const close = (id: string | null) => {
    setEdited(null);
    focusSoon(id ? editButtonId(id) : addButtonId(kind));
  };
  const saveAndClose = async (id: string | null, values: RecordValues) => {
    await save(id, values);
    close(id);
  };
  return (
    <section id={`intake:${group}`} className={classes.section} tabIndex={-1} aria-labelledby={`${kind}-title`}>
      <Title order={2} size="h4" id={`${kind}-title`} mb="sm">
        {t(`item.${group}`)}
      </Title>
      <Stack gap="xs">
        {records.length === 0 && (
          <Text size="sm" c="dimmed">
            {t(`${kind}.none`)}
          </Text>
        )}
        {records.map((record) =>
          edited === record.id ? (
            <RecordForm
              key={record.id}
              kind={kind}
              organisationId={organisationId}
              record={record}
              onSave={(values) => saveAndClose(record.id, values)}
              onClose={() => close(record.id)}
            />
          ) : (
            <RecordRow
              key={record.id}
              record={record}
              isReadOnly={isReadOnly}
              onEdit={() => setEdited(record.id)}
              onRemove={() => void remove(record.id).then(() => focusSoon(addButtonId(kind)))}
            />
          ),
        )}
        {edited === 'new' && (
          <RecordForm
            kind={kind}
            organisationId={organisationId}
            record={null}
            onSave={(values) => saveAndClose(null, values)}
            onClose={() => close(null)}
          />
        )}
        {children}
        {!isReadOnly && edited !== 'new' && <AddButton kind={kind} onAdd={() => setEdited('new')} />}
      </Stack>
    </section>
  );
}

function AddButton({ kind, onAdd }: { kind: Kind; onAdd(): void }) {
  const { t } = useTranslation('partners');
  return (
    <Group>
      <Button
        id={addButtonId(kind)}
        size="xs"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={onAdd}
      >
        {t(`${kind}.add`)}
      </Button>
    </Group>
  );
}

interface RowProps {
  record: IntakeRecord;
  isReadOnly: boolean;
  onEdit(): void;
  onRemove(): void;
}

function RecordRow({ record, isReadOnly, onEdit, onRemove }: RowProps) {
  const { t } = useTranslation('partners');
  const values: Readonly<Record<string, string>> = record;
  const [first = '', ...others] = recordFields[record.kind];
  const name = values[first] ?? '';
  return (
    <div className={classes.document}>
      <div>
        <Text size="sm" fw={600}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="xs" c="dimmed">
          {others
            .map((field) => values[field])
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {!isReadOnly && (
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            id={editButtonId(record.id)}
            variant="subtle"
            color="gray"
            aria-label={t('editRecord', { name })}
            onClick={onEdit}
          >
            <IconPencil size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t('removeRecord', { name })} onClick={onRemove}>
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      )}
    </div>
  );
}
