// A real SMTP server on loopback that keeps what it takes, and can be told to refuse, to put off, or to be gone.
import { SMTPServer } from 'smtp-server';

export interface PostOffice {
  url: string;
  /** Raw, as they came over the line. */
  taken: string[];
  /** Answers to the next recipients, one each; when used up, all are welcome. */
  refuse(...answers: { code: number; text: string }[]): void;
  close(): Promise<void>;
  open(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const taken: string[] = [];
  const refusals: { code: number; text: string }[] = [];
  let port = 0;
  let server: SMTPServer | null = null;
  const office: PostOffice = {
    url: '',
    taken,
    refuse: (...answers) => void refusals.push(...answers),
    async close() {
      const closing = server;
      server = null;
      if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()));
    },
    async open() {
      const opened = new SMTPServer({
        disabledCommands: ['AUTH', 'STARTTLS'],
        logger: false,
        onRcptTo(_address, _session, done) {
          const refusal = refusals.shift();
          done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : undefined);
        },
        onData(stream, _session, done) {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            taken.push(Buffer.concat(chunks).toString('utf8'));
            done();
          });
        },
      });
      opened.on('error', () => undefined);
      await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', () => resolve()));
      port = (opened.server.address() as { port: number }).port;
      server = opened;
      office.url = `smtp://127.0.0.1:${port}`;
    },
  };
  await office.open();
  return office;
}
