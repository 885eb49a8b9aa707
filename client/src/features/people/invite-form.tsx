// Invite one person, by mail or by a link of their own, or anyone who has a link. A link is shown once; only a hash of it is stored.
import { INVITATION_USES_MAX } from '@adagia/shared/api/people';
import { languageNames, languageSchema, languages } from '@adagia/shared/languages';
import { can } from '@adagia/shared/roles';
import {
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { NewLink } from './new-link.tsx';
import { OrganisationSelect } from './organisation-select.tsx';
import { RoleSelect } from './role-select.tsx';
import { SectionSelect } from './section-select.tsx';
import { forMany, type Invite, useInviteForm } from './use-invite-form.ts';

const DAYS = [1, 7, 14, 30, 90];

/** @param first what is known already of whom it is for */
export function InviteForm({ first }: { first?: Partial<Invite> }) {
  const { t } = useTranslation('people');
  const { invite, change, setInvite, link, isBusy, isEmailWrong, submit } = useInviteForm(first);
  const { isForMany, role, organisationId } = invite;
  const writes = can(role, 'content.write') && role !== 'coordinator';
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('forWhom')}
          fullWidth
          data={[
            { value: 'one', label: t('forOne') },
            { value: 'many', label: t('forMany') },
          ]}
          value={isForMany ? 'many' : 'one'}
          onChange={(value) => setInvite((before) => forMany(before, value === 'many'))}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {isForMany ? (
            <LabelField invite={invite} change={change} />
          ) : (
            <TextInput
              label={t('email')}
              description={t('emailHint')}
              type="email"
              autoComplete="off"
              value={invite.email}
              error={isEmailWrong && t('emailWrong')}
              onChange={(event) => change({ email: event.currentTarget.value })}
            />
          )}
          <ExpiryField invite={invite} change={change} />
          <OrganisationSelect
            label={t('organisation')}
            value={organisationId}
            onChange={(chosen) => change({ organisationId: chosen })}
          />
          <RoleSelect label={t('role')} value={role} onChange={(chosen) => change({ role: chosen })} />
          {writes && (
            <SectionSelect
              role={role}
              hasOrganisation={organisationId !== null}
              value={invite.sectionIds}
              onChange={(sectionIds) => change({ sectionIds })}
            />
          )}
          {isForMany && <UsesField invite={invite} change={change} />}
        </SimpleGrid>
        <GuestSwitch invite={invite} change={change} />
        {!isForMany && <MessageField invite={invite} change={change} />}
        {!isForMany && invite.email.trim() && <LanguageField invite={invite} change={change} />}
        <Group>
          <Button type="submit" loading={isBusy}>
            {t('createInvitation')}
          </Button>
        </Group>
        {link && <NewLink link={link} />}
      </Stack>
    </form>
  );
}

interface FieldProps {
  invite: Invite;
  change(more: Partial<Invite>): void;
}

function LabelField({ invite, change }: FieldProps) {
  const { t } = useTranslation('people');
  return (
    <TextInput
      label={t('label')}
      description={t('labelHint')}
      autoComplete="off"
      maxLength={100}
      value={invite.label}
      onChange={(event) => change({ label: event.currentTarget.value })}
    />
  );
}

function ExpiryField({ invite, change }: FieldProps) {
  const { t } = useTranslation('people');
  return (
    <Select
      label={t('expires')}
      description={'\u00a0'}
      data={DAYS.map((count) => ({ value: String(count), label: t('days', { count }) }))}
      value={String(invite.days)}
      allowDeselect={false}
      onChange={(value) => change({ days: Number(value) })}
    />
  );
}

function UsesField({ invite, change }: FieldProps) {
  const { t } = useTranslation('people');
  return (
    <NumberInput
      label={t('usesMax')}
      placeholder={t('usesMaxHint')}
      min={1}
      max={INVITATION_USES_MAX}
      allowDecimal={false}
      value={invite.usesMax}
      onChange={(value) => change({ usesMax: Number(value) || '' })}
    />
  );
}

function GuestSwitch({ invite, change }: FieldProps) {
  const { t } = useTranslation('people');
  const isCoordinator = invite.role === 'coordinator';
  return (
    <Switch
      label={t('allowsGuests')}
      description={t(isCoordinator ? 'allowsGuestsNot' : 'allowsGuestsHint')}
      checked={invite.allowsGuests && !isCoordinator}
      disabled={isCoordinator}
      onChange={(event) => change({ allowsGuests: event.currentTarget.checked })}
    />
  );
}

/** They know whom they invite; whoever has an account there gets their own. */
function LanguageField({ invite, change }: FieldProps) {
  const { t } = useTranslation('people');
  const { me } = useProposal();
  return (
    <Select
      label={t('mailLanguage')}
      description={t('mailLanguageHint')}
      data={languages.map((value) => ({ value, label: languageNames[value] }))}
      value={invite.language || me.language || 'en'}
      allowDeselect={false}
      onChange={(language) => change({ language: languageSchema.parse(language) })}
    />
  );
}

function MessageField({ invite, change }: FieldProps) {
  const { t } = useTranslation('people');
  return (
    <Textarea
      label={t('message')}
      autosize
      maxRows={6}
      maxLength={2000}
      value={invite.message}
      onChange={(event) => change({ message: event.currentTarget.value })}
    />
  );
}
