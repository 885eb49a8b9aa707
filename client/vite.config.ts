import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { partsOfPages } from './vite-parts.ts';
import { proposalPage } from './vite-proposal-page.ts';
import { serviceWorker } from './vite-service-worker.ts';

const server = process.env.ADAGIA_SERVER ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), proposalPage(), serviceWorker()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: partsOfPages } } },
  },
  server: { proxy: { '/api': server, '/sync': { target: server, ws: true } } },
});
