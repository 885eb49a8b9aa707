// The choice of a language, each named in itself.
import { type Language, languageNames, languageSchema } from '@adagia/shared/languages';
import { NativeSelect, type NativeSelectProps } from '@mantine/core';

interface LanguageSelectProps extends Omit<NativeSelectProps, 'data' | 'value' | 'onChange'> {
  offered: readonly Language[];
  value: Language;
  onChange(language: Language): void;
}

export function LanguageSelect({ offered, value, onChange, ...rest }: LanguageSelectProps) {
  return (
    <NativeSelect
      {...rest}
      data={offered.map((language) => ({ value: language, label: languageNames[language] }))}
      value={value}
      onChange={(event) => onChange(languageSchema.parse(event.currentTarget.value))}
    />
  );
}
