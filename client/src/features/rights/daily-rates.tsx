// The daily rates that this person may see, one table for each organisation. They come from the server by right and are in no
// document; a field is stored when it is left.
import { editAmount } from '@adagia/shared/budget/format-amount';
import { parseAmount } from '@adagia/shared/budget/parse-amount';
import { DAILY_RATE_MAX_CENTS, type StaffCategory, staffCategorySchema } from '@adagia/shared/budget/staff-categories';
import type { OrganisationId } from '@adagia/shared/ids';
import { can } from '@adagia/shared/roles';
import { Collapse, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconEyeOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import classes from './daily-rates.module.css';
import { useDailyRates } from './use-daily-rates.ts';

export function DailyRatesPanel() {
  const { t } = useTranslation('rights');
  const { proposal } = useProposal();
  const [isOpen, { toggle }] = useDisclosure(false);
  if (!can(proposal.role, 'confidential.own')) return null;
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section aria-label={t('ratesTitle')}>
      <Title order={2} size="h4">
        <UnstyledButton className={classes.toggle} aria-expanded={isOpen} onClick={toggle}>
          <Icon size={18} aria-hidden /> {t('ratesTitle')} <IconEyeOff size={16} aria-hidden />
        </UnstyledButton>
      </Title>
      <Text size="sm" c="dimmed">
        {t('ratesIntro')}
      </Text>
      <Collapse expanded={isOpen}>{isOpen && <RateTables />}</Collapse>
    </section>
  );
}

function RateTables() {
  const { t } = useTranslation('rights');
  const { proposal } = useProposal();
  const { data } = useDailyRates();
  if (!data) return null;
  const shown = proposal.organisations.filter(({ id }) => data.some(({ organisationId }) => organisationId === id));
  if (shown.length === 0) return <Text mt="xs">{t('ratesNone')}</Text>;
  return (
    <div className={classes.tables}>
      {shown.map(({ id, legalName }) => (
        <table key={id} className={classes.table}>
          <caption>{t('ratesOf', { organisation: legalName })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('category')}</th>
              <th scope="col">{t('rate')}</th>
            </tr>
          </thead>
          <tbody>
            {staffCategorySchema.options.map((category) => (
              <tr key={category}>
                <th scope="row">{t(`staff_${category}`)}</th>
                <td>
                  <RateField
                    organisationId={id}
                    category={category}
                    cents={data.find(({ organisationId }) => organisationId === id)?.rates[category] ?? null}
                    label={`${t(`staff_${category}`)}, ${legalName}`}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

interface RateFieldProps {
  organisationId: OrganisationId;
  category: StaffCategory;
  cents: number | null;
  label: string;
}

function RateField({ organisationId, category, cents, label }: RateFieldProps) {
  const { t, i18n } = useTranslation('rights');
  const { store } = useDailyRates();
  const hintId = useId();
  const stored = cents === null ? '' : editAmount(cents, i18n.language);
  /** null: nobody types here, what is stored is shown. */
  const [text, setText] = useState<string | null>(null);
  const [isSaved, setSaved] = useState(false);
  const parsed = parseAmount(text ?? stored);
  const isWrong = !parsed.isValid || (parsed.cents ?? 0) > DAILY_RATE_MAX_CENTS;
  const leave = async () => {
    if (text === null || isWrong) return;
    if (parsed.cents !== cents && !(await store(organisationId, category, parsed.cents))) return;
    setSaved(parsed.cents !== cents || isSaved);
    setText(null);
  };
  return (
    <TextInput
      size="xs"
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      value={text ?? stored}
      error={isWrong && t('ratesWrong')}
      description={isSaved && !isWrong && text === null ? t('ratesSaved') : undefined}
      descriptionProps={{ id: hintId, role: 'status' }}
      inputWrapperOrder={['input', 'description', 'error']}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && void leave()}
      onBlur={() => void leave()}
    />
  );
}
