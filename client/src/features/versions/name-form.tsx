// A name for a version: one field and its button.
import { Button, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './versions.module.css';

/** As the server has it. */
const NAME_MAX = 120;

interface NameFormProps {
  label: string;
  initial?: string;
  isBusy: boolean;
  onName(name: string): void;
}

export function NameForm({ label, initial = '', isBusy, onName }: NameFormProps) {
  const { t } = useTranslation('versions');
  const [name, setName] = useState(initial);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    onName(name.trim());
    setName('');
  };
  return (
    <form className={classes.nameForm} onSubmit={submit}>
      <TextInput
        label={label}
        placeholder={t('namePlaceholder')}
        value={name}
        maxLength={NAME_MAX}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" loading={isBusy} disabled={!name.trim()}>
        {t('save')}
      </Button>
    </form>
  );
}
