// Which column and which row of a chosen table is which of the budget: what was guessed, to confirm or to change.
import { Fieldset, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { columnLetters, type RawSheet } from './sheet.ts';
import { type MappingTarget, type TableMapping, widthOf } from './table-mapping.ts';

interface MappingFieldsProps {
  sheet: RawSheet;
  mapping: TableMapping;
  target: MappingTarget;
  onChange(mapping: TableMapping): void;
}

/** Rows that are offered: more than any budget has. */
const ROWS_SHOWN_MAX = 150;
/** Cells and characters of a row or column that say which it is. */
const CELLS_SAID = 3;
const SAID_MAX = 40;

const said = (cells: readonly (string | number | null | undefined)[]): string =>
  cells
    .filter((cell) => cell !== null && cell !== undefined)
    .slice(0, CELLS_SAID)
    .map((cell) => String(cell).slice(0, SAID_MAX))
    .join(' · ');

export function MappingFields({ sheet, mapping, target, onChange }: MappingFieldsProps) {
  const { t } = useTranslation('budget');
  const columns = Array.from({ length: widthOf(sheet) }, (_, column) => said(sheet.rows.map((row) => row[column])));
  const rows = sheet.rows.map((row) => said(row));
  const shown = rows.flatMap((words, row) => (words === '' ? [] : [{ words, row }]));
  const choices = (labels: readonly string[]) => [
    { value: '', label: t('importing.unused') },
    ...labels.map((label, index) => ({ value: String(index), label })),
  ];
  const rowChoices = choices(target.rows.map(({ number, title }) => `${number} ${title}`));
  const columnChoices = choices(target.columns.map(({ label }) => label));
  const change = (of: 'rows' | 'columns', at: number, value: string) => {
    const index = value === '' ? null : Number(value);
    // What was taken by another one is free there: nothing is imported twice.
    const next = mapping[of].map((one, place) => (place === at ? index : one === index ? null : one));
    onChange({ ...mapping, [of]: next });
  };
  return (
    <>
      <Fieldset legend={t('importing.columns')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          {columns.map((words, column) =>
            words === '' ? null : (
              <NativeSelect
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file have no other name.
                key={column}
                label={t('importing.column', { letters: columnLetters(column) })}
                description={words}
                data={columnChoices}
                value={mapping.columns[column] === null ? '' : String(mapping.columns[column])}
                onChange={(event) => change('columns', column, event.currentTarget.value)}
              />
            ),
          )}
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={t('importing.rows')}>
        <Stack gap="xs" mah={320} style={{ overflowY: 'auto' }}>
          {shown.slice(0, ROWS_SHOWN_MAX).map(({ words, row }) => (
            <NativeSelect
              key={row}
              label={t('importing.row', { number: row + 1 })}
              description={words}
              data={rowChoices}
              value={mapping.rows[row] === null ? '' : String(mapping.rows[row])}
              onChange={(event) => change('rows', row, event.currentTarget.value)}
            />
          ))}
          {shown.length > ROWS_SHOWN_MAX && (
            <Text size="sm">{t('importing.rowsMore', { count: shown.length - ROWS_SHOWN_MAX })}</Text>
          )}
        </Stack>
      </Fieldset>
    </>
  );
}
