// y-websocket-server's own program, with LevelDB: it reads its settings from the environment.
process.env.HOST = '0.0.0.0';
process.env.YPERSISTENCE = `${process.env.DATA_DIR}/leveldb`;
await import(new URL('node_modules/@y/websocket-server/src/server.js', import.meta.url).href);
