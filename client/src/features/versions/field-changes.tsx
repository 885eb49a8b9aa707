// What changed in the facts, the plan, the budget or among the people: old beside new, each to be put back by itself.
import type { ChangedPart } from '@adagia/shared/api/versions';
import { type FieldValue, type MapName, mapNames, PLAN, splitFieldKey } from '@adagia/shared/document';
import { isWaiverKey } from '@adagia/shared/plan/waivers';
import type { VersionPart } from '@adagia/shared/versions/version-part';
import { Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useCanWriteAt } from '../../app/use-writing-rights.ts';
import { setFields } from '../../session/use-fields.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { type FieldRow, useFieldWords } from './use-field-words.ts';

const fieldsOf = (part: VersionPart | null): Record<string, FieldValue> => (part?.kind === 'fields' ? part.fields : {});

function changedFields({ before, after }: ChangedPart): FieldRow[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((key) => old[key] !== now[key])
    .sort((a, b) => (splitFieldKey(a)[0] < splitFieldKey(b)[0] ? -1 : 1))
    .map((key) => ({ key, before: old[key], after: now[key] }));
}

interface FieldChangesProps {
  part: ChangedPart;
  label: string;
  /** The other side is what it is now: what was can be put back. */
  isRestorable: boolean;
}

export function FieldChanges({ part, label, isRestorable }: FieldChangesProps) {
  const { t } = useTranslation('versions');
  const { nameOf, valueOf } = useFieldWords(part);
  const map = mapNames.find((name) => name === part.root);
  return (
    <WideTable label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('what')}</Table.Th>
          <Table.Th>{t('before')}</Table.Th>
          <Table.Th>{t('after')}</Table.Th>
          {isRestorable && map && <Table.Th>{t('action')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changedFields(part).map((row) => (
          <Table.Tr key={row.key} data-change="changed" tabIndex={-1}>
            <Table.Td>{nameOf(row.key)}</Table.Td>
            <Table.Td>
              <del>{valueOf(row.key, row.before)}</del>
            </Table.Td>
            <Table.Td>
              <ins>{valueOf(row.key, row.after)}</ins>
            </Table.Td>
            {isRestorable && map && (
              <Table.Td>
                <PutBack map={map} row={row} name={nameOf(row.key)} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

/** A waiver is signed by who waives: nobody puts somebody's name there again. */
function PutBack({ map, row, name }: { map: MapName; row: FieldRow; name: string }) {
  const { t } = useTranslation('versions');
  const { session } = useProposal();
  const canWrite = useCanWriteAt(map, row.key);
  if (!canWrite || (map === PLAN && isWaiverKey(row.key))) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t('putBackNamed', { name })}
      onClick={() => setFields(session, map, { [row.key]: row.before })}
    >
      {t('putBack')}
    </Button>
  );
}
