// y-websocket-server's own program; this version has no storage of its own.
process.env.HOST = '0.0.0.0';
await import(new URL('node_modules/@y/websocket-server/src/server.js', import.meta.url).href);
