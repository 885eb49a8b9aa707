// Who signs for the organisation: three fields that save themselves.
import type { OrganisationIntake } from '@adagia/shared/api/intake';
import { TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cardFieldId } from '../plan/go-to-place.ts';
import intakeClasses from './intake.module.css';
import classes from './partners.module.css';
import { SaveNote } from './save-note.tsx';
import { useAutosave } from './use-autosave.ts';
import { useChangeRepresentative } from './use-representative.ts';

type Field = 'representativeName' | 'representativePosition' | 'representativeEmail';
const fields: Field[] = ['representativeName', 'representativePosition', 'representativeEmail'];

interface FormProps {
  intake: OrganisationIntake;
  isReadOnly: boolean;
}

export const isAddress = (text: string): boolean => text === '' || /^\S+@\S+\.\S+$/.test(text);

export function RepresentativeForm({ intake, isReadOnly }: FormProps) {
  const { t } = useTranslation('partners');
  return (
    <section
      id="intake:representative"
      className={intakeClasses.section}
      tabIndex={-1}
      aria-labelledby="representative-title"
    >
      <Title order={2} size="h4" id="representative-title" mb="sm">
        {t('item.representative')}
      </Title>
      <div className={classes.fields}>
        {fields.map((field) => (
          <RepresentativeField key={field} field={field} intake={intake} isReadOnly={isReadOnly} />
        ))}
      </div>
    </section>
  );
}

function RepresentativeField({ field, intake, isReadOnly }: FormProps & { field: Field }) {
  const { t } = useTranslation('partners');
  const change = useChangeRepresentative(intake);
  const isGood = (value: string) => field !== 'representativeEmail' || isAddress(value.trim());
  const autosave = useAutosave(`${intake.organisationId}/${field}`, {
    stored: intake[field],
    isValid: isGood,
    save: (value, base) => change({ [field]: value.trim(), ...(base !== null && { was: { [field]: base } }) }),
  });
  return (
    <div>
      <TextInput
        id={cardFieldId(field)}
        label={t(`representative.${field}`)}
        dir="auto"
        type={field === 'representativeEmail' ? 'email' : 'text'}
        autoComplete="off"
        maxLength={200}
        readOnly={isReadOnly}
        error={!isGood(autosave.value) && t('wrongAddress')}
        value={autosave.value}
        onChange={(event) => autosave.change(event.currentTarget.value)}
        onBlur={() => autosave.commit()}
      />
      <SaveNote field={autosave} />
    </div>
  );
}
