// Starts the client: language first, then the page.
import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import './app/global.css';
import { must } from '@adagia/shared/assert';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { restoreFragment } from './features/sign-in/kept-fragment.ts';
import { startI18n } from './i18n/i18n.ts';
import { allWords, startingLanguage } from './i18n/languages.ts';
import { registerServiceWorker } from './offline/register-service-worker.ts';

/** Milliseconds. On a page that is never idle the other words are fetched all the same. */
const REST_WAIT_MS = 2000;

restoreFragment();
await startI18n(await startingLanguage());
createRoot(must(document.querySelector('#root'), 'no #root in the page')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
registerServiceWorker();
// Those of pages that are not open yet, once this one stands. Whoever opens one sooner waits for them; without network they come then.
const fetchRest = () => void allWords().catch(() => undefined);
if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchRest, { timeout: REST_WAIT_MS });
else fetchRest();
