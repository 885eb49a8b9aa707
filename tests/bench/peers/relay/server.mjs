// The least that a server can do: hands the bytes of one to the others of the same path. No document, no disk, no checks.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const rooms = new Map();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer((_request, response) => response.end('ok'));
server.on('upgrade', (request, stream, head) => {
  sockets.handleUpgrade(request, stream, head, (socket) => {
    const room = rooms.get(request.url) ?? new Set();
    rooms.set(request.url, room.add(socket));
    socket.on('message', (data) => {
      for (const other of room) if (other !== socket) other.send(data);
    });
    socket.on('close', () => room.delete(socket) && room.size === 0 && rooms.delete(request.url));
    socket.on('error', () => socket.terminate());
  });
});
server.listen(Number(process.env.PORT), '0.0.0.0');
