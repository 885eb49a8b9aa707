// Keys that work on every page of a proposal. Saving needs none: pressing Mod+S says so instead of doing harm.
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

export function useGlobalShortcuts(): void {
  const { t } = useTranslation('session');
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      notifications.show({ id: 'auto-saved', message: t('autoSaved'), autoClose: 3000 });
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [t]);
}
