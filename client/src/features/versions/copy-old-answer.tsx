// Copies an answer out of a version, formatted and as plain text: without what was only suggested, and live references in the words of then.
import { deltaToBlocks } from '@adagia/shared/text/blocks';
import { portalText } from '@adagia/shared/text/plain-text';
import { withPlainReferences } from '@adagia/shared/text/references';
import type { TextPart } from '@adagia/shared/versions/version-part';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { blocksToHtml } from '../../editor/paste/blocks-to-html.ts';
import { copyText } from '../portal/copy-text.ts';

/** @returns false when the browser did not allow it. Where it takes no formats, the words at least. */
async function copyFormatted(html: string, plain: string): Promise<boolean> {
  const typed = (text: string, type: string) => new Blob([text], { type });
  try {
    const item = { 'text/html': typed(html, 'text/html'), 'text/plain': typed(plain, 'text/plain') };
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return true;
  } catch {
    // No permission, no secure context, or a browser that knows text alone.
    return copyText(plain);
  }
}

export function CopyOldAnswer({ part, title }: { part: TextPart; title: string }) {
  const { t } = useTranslation('versions');
  if (!part.ops.some(({ insert }) => insert.trim() !== '')) return null;
  const copy = async () => {
    const ops = part.ops.map(({ insert, attributes = {} }) => ({ insert, attributes }));
    const blocks = withPlainReferences(deltaToBlocks(ops, part.last), () => null);
    const isCopied = await copyFormatted(blocksToHtml(blocks), portalText(blocks));
    notifications.show({
      id: 'copied-old',
      color: isCopied ? 'green' : 'red',
      message: t(isCopied ? 'copied' : 'copyFailed'),
    });
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconCopy size={14} aria-hidden />}
      aria-label={t('copyOldNamed', { title })}
      onClick={() => void copy()}
    >
      {t('copyOld')}
    </Button>
  );
}
