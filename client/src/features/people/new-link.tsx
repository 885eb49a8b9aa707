// A link that is shown once, to be copied and sent.
import { Alert, Button, CopyButton, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function NewLink({ link }: { link: string }) {
  const { t } = useTranslation('people');
  return (
    <Alert color="green" title={t('linkReady')} role="status">
      <Group wrap="nowrap" align="flex-end" gap="xs">
        <TextInput
          readOnly
          value={link}
          aria-label={t('linkReady')}
          flex={1}
          miw={0}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button onClick={copy} flex="none">
              {copied ? t('linkCopied') : t('copyLink')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}
