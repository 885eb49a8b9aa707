// A real SMTP server on loopback that keeps what it is given, for tests of mails that leave the server.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string;
  /** Headers and parts as they came, with quoted-printable taken out. */
  source: string;
  /** The secret behind the '#' of its link, '' without one. */
  secret: string;
}

export interface PostOffice {
  /** For SMTP_URL. */
  url: string;
  received: ReceivedMail[];
  /** The next mail to this address that nobody has taken yet. */
  next(to: string): Promise<ReceivedMail>;
  close(): Promise<void>;
}

const plain = (raw: string): string =>
  Buffer.from(
    raw
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** @param port one that was chosen before, where somebody must know it while there is no post office yet */
export async function openPostOffice(port = 0): Promise<PostOffice> {
  const received: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = '';
      stream.setEncoding('latin1').on('data', (chunk: string) => (raw += chunk));
      stream.on('end', () => {
        const source = plain(raw);
        const secret = /#([0-9a-f]{64})/.exec(source)?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo) received.push({ to: address, source, secret });
        done();
        for (const look of waiting) look();
      });
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const { port: own } = server.server.address() as AddressInfo;
  const taken = new Set<ReceivedMail>();
  return {
    url: `smtp://127.0.0.1:${own}`,
    received,
    next: (to) =>
      new Promise((resolve) => {
        const look = () => {
          const mail = received.find((one) => one.to === to && !taken.has(one));
          if (!mail) return;
          taken.add(mail);
          waiting.delete(look);
          resolve(mail);
        };
        waiting.add(look);
        look();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
