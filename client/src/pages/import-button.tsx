// Import of a whole proposal from a file, with what is wrong in it and where.
import { importProposal } from '@adagia/shared/api/people';
import { Button, FileButton, List, Modal, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, callApi } from '../api/call.ts';
import { refreshProposals } from '../api/queries.ts';
import { problemText } from '../ui/show-problem.ts';

interface Failure {
  text: string;
  issues: readonly { path: string; message: string }[];
}

function failureOf(error: unknown, unreadable: string): Failure {
  if (error instanceof SyntaxError) return { text: unreadable, issues: [] };
  const issues = error instanceof ApiError ? (error.problem?.issues ?? []) : [];
  return { text: issues.length > 0 ? '' : problemText(error), issues };
}

export function ImportButton() {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);

  const read = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    try {
      const { id } = await callApi(importProposal, {}, JSON.parse(await file.text()));
      await refreshProposals();
      await navigate({ to: '/p/$proposalId/write', params: { proposalId: id } });
    } catch (error) {
      setFailure(failureOf(error, t('importUnreadable')));
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <FileButton onChange={(file) => void read(file)} accept="application/json,.json">
        {(props) => (
          <Button {...props} variant="default" loading={isBusy} leftSection={<IconFileImport size={16} aria-hidden />}>
            {t('importFile')}
          </Button>
        )}
      </FileButton>
      <Modal opened={failure !== null} onClose={() => setFailure(null)} title={t('importTitle')}>
        {failure?.text && <Text>{failure.text}</Text>}
        {failure && failure.issues.length > 0 && (
          <>
            <Text mb="xs">{t('importIssues')}</Text>
            <List size="sm">
              {failure.issues.map(({ path, message }) => (
                <List.Item key={`${path} ${message}`}>
                  <strong>{path}</strong>: {message}
                </List.Item>
              ))}
            </List>
          </>
        )}
      </Modal>
    </>
  );
}
