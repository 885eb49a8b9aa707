// The mails of this proposal: how invitations reach people while no mail server is configured.
import { Accordion, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMails } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import classes from './people.module.css';

export function MailList() {
  const { t, i18n } = useTranslation('people');
  const { proposal } = useProposal();
  const { data = [] } = useMails(proposal.id, true);
  const format = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section aria-label={t('mailbox')}>
      <Title order={2} size="h4" mb="xs">
        {t('mailbox')}
      </Title>
      {data.some(({ delivery }) => delivery === 'mailbox') && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('mailboxHint')}
        </Text>
      )}
      {data.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noMails')}
        </Text>
      )}
      <Accordion variant="separated" order={3}>
        {data.map((mail) => (
          <Accordion.Item key={mail.id} value={mail.id}>
            <Accordion.Control disabled={mail.text === ''}>
              <Text size="sm" fw={600}>
                {mail.subject}
              </Text>
              <Text size="xs" c="dimmed">
                {mail.to}, {format.format(new Date(mail.sentAt))}
                {mail.delivery !== 'mailbox' && `: ${t(`delivery_${mail.delivery}`)}`}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <Text size="sm" className={classes.mail}>
                {mail.text}
              </Text>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
}
