// Hocuspocus with its SQLite extension, everything else at its defaults.
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const { PORT, DATA_DIR } = process.env;
const server = new Server({
  port: Number(PORT),
  address: '0.0.0.0',
  quiet: true,
  extensions: [new SQLite({ database: `${DATA_DIR}/documents.sqlite` })],
});
await server.listen();
