// One contact or one past project, being written. What is refused stays in the form.
import type { IntakeRecord } from '@adagia/shared/api/intake';
import type { OrganisationId } from '@adagia/shared/ids';
import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showProblem } from '../../ui/show-problem.ts';
import intakeClasses from './intake.module.css';
import classes from './partners.module.css';
import { type RecordValues, recordFields } from './record-fields.ts';
import { isAddress } from './representative-form.tsx';
import { recordPlace, useFormPlace } from './use-kept-values.ts';

interface RecordFormProps {
  kind: IntakeRecord['kind'];
  organisationId: OrganisationId;
  /** null: a new one. */
  record: IntakeRecord | null;
  onSave(values: RecordValues): Promise<void>;
  onClose(): void;
}

export function RecordForm({ kind, organisationId, record, onSave, onClose }: RecordFormProps) {
  const place = useFormPlace<RecordValues>(recordPlace(organisationId, kind, record?.id));
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const [isBusy, setBusy] = useState(false);
  const [isTried, setTried] = useState(false);
  const known: RecordValues = record ? { ...record } : {};
  const [values, setValues] = useState<RecordValues>(() => {
    const stored = Object.fromEntries(recordFields[kind].map((field) => [field, known[field] ?? '']));
    return { ...stored, ...place.kept };
  });
  const change = (field: string, value: string) => {
    const next = { ...values, [field]: value };
    setValues(next);
    place.keep(next);
  };
  const [first] = recordFields[kind];
  const faultOf = (field: string): string | false => {
    const value = (values[field] ?? '').trim();
    if (field === first && isTried && value === '') return t('needed');
    return field === 'email' && !isAddress(value) && t('wrongAddress');
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ((values[first] ?? '').trim() === '' || !isAddress((values.email ?? '').trim())) return;
    setBusy(true);
    try {
      await onSave(Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value.trim()])));
      place.forget();
    } catch (error) {
      showProblem(error);
      setBusy(false);
    }
  };

  const giveUp = () => {
    place.forget();
    onClose();
  };

  return (
    <form className={intakeClasses.record} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.fields}>
        {recordFields[kind].map((field, index) => (
          <TextInput
            key={field}
            label={t(`recordField.${field}`)}
            dir="auto"
            data-autofocus={index === 0 || undefined}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed in
            autoFocus={index === 0}
            required={field === first}
            maxLength={field === 'title' ? 300 : 200}
            error={faultOf(field)}
            value={values[field] ?? ''}
            onChange={(event) => change(field, event.currentTarget.value)}
          />
        ))}
      </div>
      <Group justify="flex-end" mt="sm">
        <Button size="xs" variant="default" onClick={giveUp}>
          {common('cancel')}
        </Button>
        <Button size="xs" type="submit" loading={isBusy}>
          {common('save')}
        </Button>
      </Group>
    </form>
  );
}
