import { startTemplateReceiver, waitFor, type TemplateReceiver } from '@property-office/testing';
import { Office } from '../support/office';
import { accepted, report } from '../support/repairs';
import type { Session } from '../support/session';

const startMs = 240_000;
const caseMs = 300_000;

let office: Office;
let sms: TemplateReceiver;
let resident: Session;

beforeAll(async () => {
  sms = await startTemplateReceiver('office', 's3cret');
  const env = { SMS_URL: sms.url, SMS_KEY_ID: 'office', SMS_SECRET: 's3cret', SMS_TEMPLATES: 'default.zh=T9' };
  office = await Office.start({ deployment: 'all-in-one', servers: 'separate', env });
  // The demonstration's first resident has a guest of whom they hear, too.
  resident = await office.as('resident2');
  const { headers } = await resident.get('/api/notification-settings');
  const settings = { language: 'zh', channels: { repairs: ['sms'] }, quietHours: { from: '00:00', to: '00:00' } };
  accepted(
    await resident.send('PUT', '/api/notification-settings', JSON.stringify(settings), {
      headers: { 'content-type': 'application/json', 'if-match': headers.etag! },
    }),
    200,
  );
}, startMs);
afterAll(async () => {
  await office?.stop();
  await sms?.stop();
}, startMs);

/** Whoever died holds the lease for a while of real time. */
const freeLeases = () => office.query(`UPDATE notifications.delivery SET leased_until = clock_timestamp() WHERE state = 'waiting'`);
const sent = async () => (await office.query(`SELECT 1 FROM notifications.delivery WHERE state <> 'sent'`)).length === 0;

it(
  'a sender that dies between sending and marking sends again under the same key: one effect (I5)',
  async () => {
    await office.close();
    const died = office.openToDie({ FAULT_POINTS: 'sender.afterSendBeforeMark=kill' });
    await waitFor(() => office.isOpen(), { what: 'the office to open before it dies', timeoutMs: 30_000 });
    await report(resident, { description: '短信一' });
    expect(await died).toBe('SIGKILL');
    await office.open();
    await freeLeases();
    await waitFor(sent, { what: 'the message to be sent', timeoutMs: 30_000 });
    expect(sms.received).toHaveLength(2);
    expect(new Set(sms.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(sms.effects.size).toBe(1);
  },
  caseMs,
);

it(
  'the database goes away while a receiver answers: the message is sent again under the same key when it is back',
  async () => {
    let stopped = false;
    sms.late = async () => {
      if (stopped) return undefined;
      stopped = true;
      await office.kill9('postgres');
      return undefined;
    };
    await report(resident, { description: '短信二' });
    await waitFor(() => stopped, { what: 'the database to be gone', timeoutMs: 30_000 });
    await office.restart('postgres');
    await freeLeases();
    await waitFor(sent, { what: 'the message to be sent', timeoutMs: 60_000 });
    expect(sms.effects.size).toBe(2);
    expect(sms.received.length).toBeGreaterThanOrEqual(4);
  },
  caseMs,
);

it(
  'a receiver that is slow, fails, throttles, resets and talks without end gets each message once',
  async () => {
    const troubles = ['reset', { status: 500 }, { status: 429, headers: { 'retry-after': '1' } }, 'huge', 'reset'] as const;
    let turn = 0;
    const before = sms.effects.size;
    sms.late = () => troubles[turn++];
    for (let i = 0; i < 3; i++) await report(resident, { description: `短信 ${i}` });
    await waitFor(
      async () => {
        await office.query(`UPDATE notifications.delivery SET next_try_at = platform.now() WHERE state = 'waiting' AND leased_until IS NULL`);
        return sms.effects.size === before + 3 && (await sent());
      },
      { what: 'everything to be sent', timeoutMs: 60_000, intervalMs: 1_000 },
    );
    expect(turn).toBeGreaterThanOrEqual(troubles.length);
    expect(await office.verify()).toEqual([]);
  },
  caseMs,
);
