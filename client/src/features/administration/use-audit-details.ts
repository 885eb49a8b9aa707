// What an entry of the record of rights is about, in words: from which role to which, of what section, for which organisation.
// What it has no words for, because another version wrote it, it shows as it was written down.
import type { AuditEntry } from '@adagia/shared/api/audit';
import { staffCategorySchema } from '@adagia/shared/budget/staff-categories';
import { documentKindSchema } from '@adagia/shared/programme/schema';
import { roleSchema } from '@adagia/shared/roles';
import { useTranslation } from 'react-i18next';

type Value = AuditEntry['data'][string] | undefined;

/** Yes or no, in the order in which they are told. */
const flags = ['isGiven', 'isGranted', 'isExclusive', 'isOn', 'allowsGuests', 'endsSessions', 'done', 'sent'] as const;
/** Roles, kinds, ids and names of settings. */
const texts = ['role', 'organisationId', 'kind', 'way', 'setting', 'category', 'value'] as const;
/** One without a name is of something that is gone, and says nothing to anybody. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function useWordOf(): (value: Value, names: AuditEntry['names']) => string {
  const { t } = useTranslation('audit');
  const { t: people } = useTranslation('people');
  const { t: partners } = useTranslation('partners');
  const { t: rights } = useTranslation('rights');
  return (value, names) => {
    if (value === null || value === undefined || value === '') return t('none');
    const text = String(value);
    const role = roleSchema.safeParse(text).data;
    const kind = documentKindSchema.safeParse(text).data;
    const category = staffCategorySchema.safeParse(text).data;
    if (names[text]) return names[text];
    if (UUID.test(text)) return t('goneThing');
    if (role) return people(role);
    if (category) return rights(`staff_${category}`);
    return kind ? partners(`document.${kind}`) : t(`word_${text}` as 'word_password', { defaultValue: text });
  };
}

const settings = ['own-columns', 'negotiation'] as const;
const isSetting = (target: string): target is (typeof settings)[number] => settings.some((one) => one === target);

export function useAuditDetails(): (entry: AuditEntry) => string {
  const { t } = useTranslation('audit');
  const wordOf = useWordOf();
  const sectionsOf = (ids: string, names: AuditEntry['names']) =>
    ids === ''
      ? t('nowhere')
      : ids
          .split(' ')
          .map((id) => wordOf(id, names))
          .join(', ');
  const subjectOf = ({ kind, target, names }: AuditEntry) =>
    names[target] ?? (kind.startsWith('figure.') ? target : isSetting(target) ? t(`word_${target}`) : '');
  const flagOf = (name: (typeof flags)[number], value: Value) =>
    typeof value === 'boolean' ? t(`${name}_${value ? 'yes' : 'no'}`) : '';
  return (entry) => {
    const { data, names } = entry;
    const { sections, writers, count, round } = data;
    return [
      subjectOf(entry),
      'old' in data && `${wordOf(data.old, names)} → ${wordOf(data.new, names)}`,
      ...('sections' in data ? [typeof sections === 'string' ? sectionsOf(sections, names) : t('everywhere')] : []),
      ...texts.map((name) => (data[name] ? wordOf(data[name], names) : '')),
      typeof writers === 'number' && t('coWriters', { count: writers }),
      typeof round === 'number' && t('evaluationRound', { number: round }),
      typeof count === 'number' && t('sessions', { count }),
      ...flags.map((name) => flagOf(name, data[name])),
    ]
      .filter(Boolean)
      .join(', ');
  };
}
