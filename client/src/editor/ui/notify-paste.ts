// Says what of a paste an answer cannot hold, so that nobody looks for it later.
import { type NotificationData, notifications } from '@mantine/notifications';
import i18next, { getFixedT } from 'i18next';
import { PASTE_TEXT_MAX } from '../paste/read-clipboard.ts';
import type { PasteListener } from '../paste/register-clipboard.ts';

/** The one that is shown: a new paste takes its place. With the same id it would be taken for the one that is there. */
let shown = '';

function show(notification: NotificationData): void {
  notifications.hide(shown);
  shown = notifications.show(notification);
}

export const notifyPaste: PasteListener = ({ blocks, dropped, source }, isRefused) => {
  const t = getFixedT(null, 'editor');
  if (isRefused) {
    const limit = new Intl.NumberFormat(i18next.language).format(PASTE_TEXT_MAX);
    show({ color: 'red', message: t('paste.tooLong', { limit }) });
    return;
  }
  // Everything that is copied from a web page has a font: alone, that is no news.
  if (dropped.length === 0 || (source === 'web' && dropped.every((kind) => kind === 'looks'))) return;
  const isTable = dropped.includes('tables');
  const gone = dropped.filter((kind) => kind !== 'tables').map((kind) => t(`paste.dropped.${kind}`));
  const list = new Intl.ListFormat(i18next.language, { type: 'conjunction' }).format(gone);
  const message = [isTable && blocks.length > 0 && t('paste.tables'), gone.length > 0 && t('paste.without', { list })]
    .filter(Boolean)
    .join(' ');
  show({ title: t('paste.title'), message, autoClose: 8000 });
};
