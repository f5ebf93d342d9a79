import { startMailSink, type MailSink } from '@property-office/testing';
import { EmailProvider } from './email';

const mail = { to: 'lin@example.org', subject: '报修已受理', text: '您的报修已受理', html: '<p>您的报修已受理</p>' };

describe('e-mail', () => {
  let sink: MailSink;
  let provider: EmailProvider;

  beforeEach(async () => {
    sink = await startMailSink();
    provider = new EmailProvider({ smtpUrl: sink.url, from: 'office@example.org', host: 'office.example.org' });
  });
  afterEach(async () => {
    await provider.close();
    await sink.stop();
  });

  it('is sent as plain text and HTML, under the key as its Message-ID', async () => {
    expect(await provider.send(mail, 'k-1')).toEqual({ result: 'delivered', reference: 'k-1' });
    const [received] = sink.mails;
    expect(received!.to).toEqual(['lin@example.org']);
    expect(received!.text).toMatch(/^Message-ID: <k-1@office\.example\.org>/im);
    expect(received!.text).toMatch(/multipart\/alternative/);
  });

  it.each([
    [451, { result: 'temporary', reason: 'receiver-failed' }],
    [450, { result: 'temporary', reason: 'throttled' }],
    [552, { result: 'permanent', reason: 'refused' }],
  ])('%i', async (code, outcome) => {
    sink.refuseWith = code;
    const got = await provider.send(mail, 'k');
    expect(got).toMatchObject(outcome);
    expect(JSON.stringify(got)).not.toContain('lin@example.org');
  });

  it('is tried again when nobody listens', async () => {
    const deaf = new EmailProvider({ smtpUrl: 'smtp://127.0.0.1:1', from: 'office@example.org', host: 'h' });
    expect(await deaf.send(mail, 'k')).toMatchObject({ result: 'temporary', reason: 'unreachable' });
    await deaf.close();
  });
});
