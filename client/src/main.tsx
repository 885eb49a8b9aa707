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
import { startingLanguage } from './i18n/languages.ts';
import { registerServiceWorker } from './offline/register-service-worker.ts';

restoreFragment();
await startI18n(await startingLanguage());
createRoot(must(document.querySelector('#root'), 'no #root in the page')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
registerServiceWorker();
