import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface MailSink {
  url: string;
  mails: Array<{ to: string[]; text: string }>;
  /** Answer to every mail instead of taking it. */
  refuseWith: number | undefined;
  stop(): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it is given. */
export async function startMailSink(): Promise<MailSink> {
  const mails: MailSink['mails'] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      text(stream).then((content) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (sink.refuseWith) return done(Object.assign(new Error(`cannot take mail for ${to.join()}`), { responseCode: sink.refuseWith }));
        mails.push({ to, text: content });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sink: MailSink = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    refuseWith: undefined,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
  return sink;
}
