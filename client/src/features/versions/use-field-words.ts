// How a field and its value are called, whatever it belongs to.
import type { ChangedPart } from '@adagia/shared/api/versions';
import { type FieldValue, splitFieldKey } from '@adagia/shared/document';
import { organisationTypes } from '@adagia/shared/programme/organisation-types';
import { PEOPLE_ROOT } from '@adagia/shared/versions/version-part';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import type { versions } from '../../i18n/en/versions.ts';
import { useCountryName } from '../../ui/use-country-name.ts';
import { targetName, valueName } from '../timeline/timeline-words.ts';
import { useWordsContext } from '../timeline/use-words-context.ts';

export interface FieldRow {
  key: string;
  before: FieldValue | undefined;
  after: FieldValue | undefined;
}

type PeopleField = keyof (typeof versions)['people'];

const kindOf = { facts: 'fact', plan: 'plan', budget: 'budget' } as const;

export function useFieldWords({ root, before, after }: ChangedPart) {
  const { t } = useTranslation(['versions', 'partners']);
  const { proposal } = useProposal();
  const context = useWordsContext();
  const countryName = useCountryName();
  const kind = kindOf[root as keyof typeof kindOf];
  /** Organisations by the name that they had, people by the one they have. */
  const personOrOrganisation = (id: string): string => {
    const kept = [after, before].flatMap((part) => (part?.kind === 'fields' ? [part.fields[`${id}/name`]] : []));
    return String(kept.find(Boolean) ?? proposal.members.find(({ userId }) => userId === id)?.name ?? t('somebody'));
  };
  return {
    nameOf(key: string): string {
      if (root !== PEOPLE_ROOT) return targetName(context, { kind, target: key });
      const [id, field] = splitFieldKey(key);
      return `${personOrOrganisation(id)}: ${t(`people.${field as PeopleField}`)}`;
    },
    valueOf(key: string, value: FieldValue | undefined): string {
      if (root !== PEOPLE_ROOT) return valueName(context, { kind, target: key }, value);
      if (value === undefined) return t('nothing');
      const [, field] = splitFieldKey(key);
      if (field === 'member') return context.roleName(String(value));
      if (field === 'country') return countryName(String(value));
      if (field === 'type') return organisationTypes.find(({ id }) => id === value)?.label ?? String(value);
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no', { ns: 'common' });
      return field === 'role' ? t(`partners:roles.${value as 'applicant' | 'partner' | 'associated'}`) : String(value);
    },
  };
}
