// Everything around the pages: look, data, router, notifications. Styles carry the nonce of this page's policy.
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/query-client.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce);

/** What is said before it is there waits for it. */
const Notices = lazy(async () => ({ default: (await import('./notices.tsx')).Notices }));

/** The cross of a dialog or a notice has no word on it. */
function useNamedTheme() {
  const { t } = useTranslation('common');
  const close = t('close');
  return useMemo(() => {
    const defaultProps = { closeButtonProps: { 'aria-label': close } };
    return mergeThemeOverrides(theme, { components: { Modal: { defaultProps }, Notification: { defaultProps } } });
  }, [close]);
}

export function App() {
  const namedTheme = useNamedTheme();
  return (
    <MantineProvider theme={namedTheme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={queryClient}>
        <ModalsProvider>
          <Suspense fallback={null}>
            <Notices />
          </Suspense>
          <RouterProvider router={router} />
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
