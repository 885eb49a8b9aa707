// Hands a file in: choose what it is and the file, or drop it. What is wrong with it is said before it is sent where that is known,
// and in the server's words where it is not; the file stays chosen until it is there.
import type { OrganisationIntake } from '@adagia/shared/api/intake';
import type { DocumentKind } from '@adagia/shared/programme/schema';
import { Button, FileInput, Group, Progress, Select, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { problemText } from '../../ui/show-problem.ts';
import { acceptedExtensions } from './accepted-extensions.ts';
import classes from './intake.module.css';
import { uploadDocument } from './upload-document.ts';

interface UploadProps {
  intake: OrganisationIntake;
  kinds: readonly DocumentKind[];
  sizeMaxBytes: number;
}

function useFaultOf(sizeMaxBytes: number): (file: File) => string | null {
  const { t } = useTranslation('problem');
  return (file) => {
    if (file.size === 0) return t('file-empty');
    if (file.size > sizeMaxBytes) return t('file-too-large');
    return acceptedExtensions.some((extension) => file.name.toLowerCase().endsWith(extension)) ? null : t('file-type');
  };
}

/** A file on its way: chosen, checked, being sent, there. */
function useUpload({ intake: { organisationId }, kinds, sizeMaxBytes }: UploadProps) {
  const { t } = useTranslation('partners');
  const { id: proposalId } = useProposal().proposal;
  const faultOf = useFaultOf(sizeMaxBytes);
  const [kind, setKind] = useState<DocumentKind>(kinds[0] ?? 'other');
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [done, setDone] = useState('');
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setDone('');
    setFault(chosen && faultOf(chosen));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!file) return setFault(t('documents.chooseFirst'));
    if (faultOf(file)) return;
    setShare(0);
    try {
      const { name } = await uploadDocument({ proposalId, organisationId, kind, file, onProgress: setShare });
      await refresh(proposalId, 'people');
      choose(null);
      setDone(t('documents.done', { name }));
    } catch (error) {
      setFault(problemText(error));
    } finally {
      setShare(null);
    }
  };
  return { kind, setKind, file, fault, share, done, choose, submit };
}

export function DocumentUpload(props: UploadProps) {
  const { t } = useTranslation('partners');
  const { kind, setKind, file, fault, share, done, choose, submit } = useUpload(props);
  return (
    <form
      className={classes.record}
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={t('documents.upload')}
    >
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <Select
          label={t('documents.kind')}
          data={props.kinds.map((value) => ({ value, label: t(`document.${value}`) }))}
          value={kind}
          allowDeselect={false}
          miw="12rem"
          onChange={(value) => setKind(value as DocumentKind)}
        />
        <FileInput
          label={t('documents.file')}
          placeholder={t('documents.choose')}
          styles={{ placeholder: { color: 'var(--mantine-color-dimmed)' } }}
          accept={acceptedExtensions.join(',')}
          clearable
          clearButtonProps={{ 'aria-label': t('documents.clear') }}
          value={file}
          error={fault}
          miw="12rem"
          onChange={choose}
        />
      </Group>
      <Group mt="sm">
        <Button size="xs" type="submit" loading={share !== null} leftSection={<IconUpload size={16} aria-hidden />}>
          {t('documents.send')}
        </Button>
        {share !== null && <Progress value={share * 100} flex={1} aria-label={t('documents.progress')} />}
        <Text size="sm" role="status">
          {done}
        </Text>
      </Group>
    </form>
  );
}
