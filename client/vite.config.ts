import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorker } from './vite-service-worker.ts';

const server = process.env.ADAGIA_SERVER ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), serviceWorker()],
  build: { target: 'es2022', assetsInlineLimit: 0, sourcemap: false, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': server, '/sync': { target: server, ws: true } } },
});
