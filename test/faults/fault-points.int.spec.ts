import { jetstream } from '@nats-io/jetstream';
import { startMailSink, waitFor, type MailSink } from '@property-office/testing';
import { expectExactlyOnce } from '../support/exactly-once';
import { withBroker } from '../support/nats';
import { Office } from '../support/office';
import { accepted, report } from '../support/repairs';
import type { Session } from '../support/session';
import { underLoad } from '../support/under-load';
import { pdfOf, upload } from '../support/uploads';

const startMs = 240_000;
const caseMs = 300_000;
const hour = 3_600_000;

let office: Office;
let resident: Session;
let mail: MailSink;

beforeAll(async () => {
  mail = await startMailSink();
  office = await Office.start({ deployment: 'all-in-one', servers: 'separate', env: { SMTP_URL: mail.url } });
  resident = await office.as('resident');
}, startMs);
afterAll(async () => {
  await office?.stop();
  await mail?.stop();
}, startMs);

/** The office dies at the point, by its own hand, and is opened again. */
async function dieAt(point: string, trigger: () => Promise<unknown> = async () => undefined): Promise<void> {
  await office.close();
  const died = office.openToDie({ FAULT_POINTS: point });
  await Promise.all([trigger(), died]);
  expect(await died).toBe('SIGKILL');
  await office.open();
}

const opened = () =>
  waitFor(() => office.isOpen(), { what: 'the office to open before it dies', timeoutMs: 30_000 });
const timers = (condition: string) =>
  office.query<{ n: number }>(`SELECT count(*)::int AS n FROM files.timer WHERE ${condition}`);

// Before the others: a day goes by here, and every request they make under load has deadlines in it.
it.each(['timer.beforeCommit', 'timer.afterCommit'])(
  '%s=kill: the timer fires once',
  async (point) => {
    const { id } = accepted(await upload(resident, pdfOf(500), 'a.pdf'), 201);
    await office.comeToRest();
    const [before] = await timers(`status = 'fired'`);
    await dieAt(`${point}=kill`, async () => {
      await opened();
      await office.clock.skip(25 * hour);
    });
    await waitFor(async () => (await timers(`status = 'fired'`))[0]!.n === before!.n + 1, {
      what: 'the timer to fire',
    });
    expect((await resident.get(`/api/attachments/${id}`)).status).toBe(404);
  },
  caseMs,
);

it(
  'deadLetter.afterInsertBeforeAck=kill: one dead letter for each reaction, which an operator gives up',
  async () => {
    const poison = () =>
      withBroker(office, (nats) =>
        jetstream(nats).publish('events.tickets.repair-commented.v1', '{"no":"event"}', {
          msgID: `1:${'0'.repeat(36)}`,
        }),
      );
    await report(resident, { description: '毒信之前' });
    await dieAt('deadLetter.afterInsertBeforeAck=kill', async () => {
      await opened();
      await poison();
    });
    await office.comeToRest();
    const rows = await office.query<{ consumer: string; n: number }>(
      `SELECT consumer, count(*)::int AS n FROM tracking.dead_letter GROUP BY consumer`,
    );
    expect(rows).toEqual([{ consumer: 'tracking__timeline_v1', n: 1 }]);
    const listed = await office.ops('dead-letters', 'list');
    expect(listed.out).toContain('tracking__timeline_v1  contract');
    expect(await office.ops('dead-letters', 'discard', '--consumer', 'tracking__timeline_v1')).toMatchObject({
      code: 2,
    });
    const letters = [...listed.out.matchAll(/^(\S+)  \S+  (\w+__\w+_v\d+)  /gm)].map(([, id, consumer]) => ({ id: id!, consumer: consumer! }));
    expect(new Set(letters.map(({ consumer }) => consumer)).size).toBe(letters.length);
    // One by the name of its reaction, the others by their ids, in one call: each call takes two seconds.
    expect(
      await office.ops('dead-letters', 'discard', '--consumer', 'tracking__timeline_v1', '--reason', '测试'),
    ).toMatchObject({ code: 0, out: '1 dead letter given up\n' });
    const others = letters.flatMap(({ id, consumer }) => (consumer === 'tracking__timeline_v1' ? [] : [id]));
    expect(await office.ops('dead-letters', 'discard', ...others, '--reason', '测试')).toMatchObject({
      code: 0,
      out: `${letters.length - 1} dead letters given up\n`,
    });
    // The stream still holds what no relay has published: it is made again from the ledger.
    expect((await office.verify(2)).map(({ id }) => id)).toEqual(['I7']);
    expect(await office.ops('rebuild', 'tickets')).toMatchObject({ code: 0 });
  },
  caseMs,
);

it(
  'rebuild.mid=kill@1, then @2, then @3: the rebuild begins again each time',
  async () => {
    const seen = await underLoad(resident, { perSecond: 20, patienceMs: caseMs }, async () => {
      // Asked for while it is closed: an office that runs has rebuilt it before it is told to die.
      await office.close();
      expect(await office.ops('rebuild', 'tickets')).toMatchObject({ code: 0 });
      for (const passage of [1, 2, 3]) expect(await office.openToDie({ FAULT_POINTS: `rebuild.mid=kill@${passage}` })).toBe('SIGKILL');
      await office.open();
    });
    expect(seen.wrong).toEqual([]);
    await expectExactlyOnce(office, seen);
  },
  caseMs,
);

const pointsUnderLoad = [
  'afterCommit=kill@5',
  'relay.afterRead=kill@3',
  'relay.midBatch=kill@5',
  'relay.afterPublishBeforeDelete=kill@3',
  'consumer.beforeCommit=kill@4',
  'consumer.afterCommitBeforeAck=kill@4',
  'topology.midApply=kill@2',
];

// One death after the other, and no start between them that lives: whatever one leaves is what the next comes upon.
it(
  `under load, again and again: ${pointsUnderLoad.join(', ')}`,
  async () => {
    const seen = await underLoad(resident, { perSecond: 20, patienceMs: caseMs }, async () => {
      await office.close();
      for (const point of pointsUnderLoad) expect([point, await office.openToDie({ FAULT_POINTS: point })]).toEqual([point, 'SIGKILL']);
      await office.open();
    });
    expect(seen.wrong).toEqual([]);
    await expectExactlyOnce(office, seen);
  },
  caseMs,
);

it(
  'shutdown.midDrain=kill',
  async () => {
    const seen = await underLoad(resident, { perSecond: 20 }, async () => {
      await office.close();
      await office.open({ FAULT_POINTS: 'shutdown.midDrain=kill' });
      expect(await office.close()).toBe('SIGKILL');
      await office.open();
    });
    expect(seen.wrong).toEqual([]);
    await expectExactlyOnce(office, seen);
  },
  caseMs,
);

// After the others: from here on the resident is written to about each of their requests.
it(
  'sender.afterSendBeforeMark=kill: the mail is sent again under its own id',
  async () => {
    const settings = await resident.get('/api/notification-settings');
    const mine = { email: 'lin@example.org', language: 'zh', quietHours: { from: '00:00', to: '00:00' } };
    accepted(
      await resident.send('PUT', '/api/notification-settings', JSON.stringify(mine), {
        headers: { 'content-type': 'application/json', 'if-match': settings.headers.etag! },
      }),
      200,
    );
    await dieAt('sender.afterSendBeforeMark=kill', async () => {
      await opened();
      await report(resident, { description: '邮件' });
    });
    // Whoever died holds the lease for a minute of real time.
    await office.query(
      `UPDATE notifications.delivery SET leased_until = clock_timestamp() WHERE state = 'waiting'`,
    );
    await waitFor(
      async () =>
        (await office.query(`SELECT 1 FROM notifications.delivery WHERE state = 'waiting'`)).length === 0,
      // A server that was slow to answer is asked again after 5, 10, 20 seconds, and so on.
      { what: 'the mail to be sent', timeoutMs: 120_000 },
    );
    const ids = mail.mails.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe((await office.query('SELECT 1 FROM notifications.delivery')).length);
  },
  caseMs,
);

it(
  'after all that every invariant holds, and operators see an office that is well',
  async () => {
    expect(await office.verify(30)).toEqual([]);
    expect(await office.ops('status')).toMatchObject({
      code: 0,
      out: expect.stringContaining('all is well'),
    });
  },
  caseMs,
);
