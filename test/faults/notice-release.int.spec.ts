import { startTemplateReceiver, waitFor, type TemplateReceiver } from '@property-office/testing';
import type { Answer } from '../support/http';
import { approvedNotice, noticeAct, noticesPath, type FiguresView, type NoticeView } from '../support/notices';
import { siteOf } from '../support/contacts';
import { Office } from '../support/office';
import { accepted } from '../support/repairs';
import type { Session } from '../support/session';

const startMs = 240_000;
const caseMs = 180_000;
const households = 2_000;
/** Every so many of them nobody can sign in: a slip goes under the door. */
const everyWithout = 5;

let office: Office;
let sms: TemplateReceiver;
let clerk: Session;
let lead: Session;
let buildingId: string;

beforeAll(async () => {
  sms = await startTemplateReceiver('office', 's3cret');
  const env = { SMS_URL: sms.url, SMS_KEY_ID: 'office', SMS_SECRET: 's3cret', SMS_TEMPLATES: 'default.zh=T9' };
  office = await Office.start({ deployment: 'all-in-one', servers: 'separate', env });
  [clerk, lead] = [await office.as('clerk'), await office.as('lead')];
  await office.comeToRest();
  buildingId = await crowd(siteOf(clerk));
}, startMs);
afterAll(async () => {
  await office?.stop();
  await sms?.stop();
}, startMs);

/** A tower in which many live, as notifications would know it by the directory's events. @returns its id */
async function crowd(siteId: string): Promise<string> {
  const [building] = await office.query<{ id: string }>(
    `INSERT INTO notifications.notice_place SELECT gen_random_uuid(), $1, 'building', $1, NULL, '7栋', 'Building 7', NULL RETURNING id`,
    [siteId],
  );
  await office.query(
    `WITH home AS (
       INSERT INTO notifications.notice_place SELECT gen_random_uuid(), $1, 'home', $2, $2, '7栋' || n, 'Building 7, ' || n, NULL FROM generate_series(1, $3::int) n RETURNING id, label),
     tie AS (
       INSERT INTO notifications.notice_tie SELECT gen_random_uuid(), gen_random_uuid(), id, '2020-01-01', NULL FROM home RETURNING person_id, home_id)
     INSERT INTO notifications.notice_account SELECT gen_random_uuid(), person_id, false FROM (SELECT person_id, row_number() OVER () AS n FROM tie) t WHERE n % $4 <> 0`,
    [siteId, building!.id, households, everyWithout],
  );
  return building!.id;
}

const toTheTower = (): object => ({ audience: [{ scope: 'building', placeId: buildingId }], channels: ['in-app', 'door-slip'] });

/** Acts until it is answered, as somebody does who sees no answer. */
async function release(id: string, key: string): Promise<NoticeView> {
  const answer = await waitFor(
    async () => {
      const told: Answer<NoticeView> | undefined = await clerk.post<NoticeView>(`${noticesPath}/${id}/release`, {}, { key }).catch(() => undefined);
      return told && told.status < 500 && told;
    },
    { what: 'an answer to the release', timeoutMs: 120_000, intervalMs: 200 },
  );
  return accepted(answer, 200);
}

/** Everybody has it once and nobody is left out, counted from what lies there. */
async function expectOnce(id: string): Promise<void> {
  const [found] = await office.query(
    `SELECT (SELECT count(*)::int FROM notifications.ledger WHERE aggregate_id = $1 AND type = 'notifications.notice-released.v1') AS releases,
       (SELECT count(*)::int FROM notifications.notification WHERE subject_id = $1 AND kind = 'notice-released') AS told,
       (SELECT count(DISTINCT person_id)::int FROM notifications.notification WHERE subject_id = $1 AND kind = 'notice-released') AS people,
       (SELECT count(*)::int FROM notifications.notice_tie t JOIN notifications.notice_place h ON h.id = t.home_id AND h.building_id = $2
          JOIN notifications.notice_account a USING (person_id)
          WHERE NOT EXISTS (SELECT 1 FROM notifications.notification n WHERE n.subject_id = $1 AND n.person_id = t.person_id)) AS "leftOut",
       (SELECT count(*)::int FROM notifications.notice_slip WHERE notice_id = $1) AS slips`,
    [id, buildingId],
  );
  const without = households / everyWithout;
  expect(found).toEqual({ releases: 1, told: households - without, people: households - without, leftOut: 0, slips: without });
  const figures = accepted(await clerk.get<FiguresView>(`${noticesPath}/${id}/figures`), 200);
  expect(figures).toMatchObject({ people: households - without, slips: without, channels: [{ channel: 'in-app', delivered: households - without }] });
}

const toldOf = async (id: string): Promise<number> =>
  (await office.query<{ n: number }>('SELECT count(*)::int AS n FROM notifications.notice_recipient WHERE notice_id = $1', [id]))[0]!.n;

/** By SMS, at any hour. */
async function wantsMessages(who: Session): Promise<void> {
  const { headers } = await who.get('/api/notification-settings');
  const settings = { language: 'zh', channels: { repairs: [], work: [], notices: ['sms'] }, quietHours: { from: '00:00', to: '00:00' } };
  const sent = { headers: { 'content-type': 'application/json', 'if-match': headers.etag! } };
  accepted(await who.send('PUT', '/api/notification-settings', JSON.stringify(settings), sent), 200);
}

/** Holds a release up when its recipients are written and its slips are not: in the middle. */
async function holdBeforeSlips(): Promise<void> {
  await office.query('BEGIN');
  await office.query('LOCK TABLE notifications.notice_slip IN ACCESS EXCLUSIVE MODE');
}
const letGo = (): Promise<unknown> => office.query('ROLLBACK');
const untilHeld = (): Promise<unknown> =>
  waitFor(async () => (await office.query(`SELECT 1 FROM pg_locks WHERE relation = 'notifications.notice_slip'::regclass AND NOT granted`)).length > 0, {
    what: 'the release to be in the middle',
    timeoutMs: 30_000,
  });

it(
  'kill -9 in the middle of a release: nobody was told, and the next click tells everybody once (W2.4)',
  async () => {
    const { id } = await approvedNotice(clerk, lead, toTheTower());
    await holdBeforeSlips();
    const click = clerk.post(`${noticesPath}/${id}/release`, {}, { key: 'first click' }).catch(() => undefined);
    await untilHeld();
    await office.kill9('office');
    await click;
    expect(await toldOf(id)).toBe(0);
    await letGo();
    await office.restart('office');
    expect(await release(id, 'first click')).toMatchObject({ status: 'released' });
    await expectOnce(id);
    // Who clicks again under the same key is told the same, and nobody else anything.
    await release(id, 'first click');
    await expectOnce(id);
  },
  caseMs,
);

it(
  'the database dies in the middle of a release: the click that goes on tells everybody once',
  async () => {
    const { id } = await approvedNotice(clerk, lead, toTheTower());
    await holdBeforeSlips();
    const clicking = release(id, 'through it');
    await untilHeld();
    await office.kill9('postgres');
    await office.restart('postgres');
    expect(await clicking).toMatchObject({ status: 'released' });
    await expectOnce(id);
  },
  caseMs,
);

it(
  'dead when the release is committed and not answered: asked again, it is the same release',
  async () => {
    const { id } = await approvedNotice(clerk, lead, toTheTower());
    await office.comeToRest();
    await office.close();
    const died = office.openToDie({ FAULT_POINTS: 'afterCommit=kill@1' });
    await waitFor(() => office.isOpen(), { what: 'the office to open before it dies', timeoutMs: 60_000 });
    const clicking = release(id, 'unanswered');
    expect(await died).toBe('SIGKILL');
    expect(await toldOf(id)).toBeGreaterThan(0);
    await office.open();
    expect(await clicking).toMatchObject({ status: 'released' });
    await expectOnce(id);
  },
  caseMs,
);

it.each([
  ['timer.beforeCommit', 0],
  ['timer.afterCommit', households - households / everyWithout],
])(
  'a release at its time, which dies at %s, is done once',
  async (point, told) => {
    const { id } = await approvedNotice(clerk, lead, toTheTower());
    await noticeAct(clerk, id, 'schedule', { releaseAt: new Date((await office.clock.now()).getTime() + 60_000).toISOString() });
    await office.comeToRest();
    await office.close();
    await office.clock.skip(61_000);
    expect(await office.openToDie({ FAULT_POINTS: `${point}=kill@1` })).toBe('SIGKILL');
    expect(await toldOf(id)).toBe(told);
    await office.open();
    await waitFor(async () => (await toldOf(id)) > 0, { what: 'the release', timeoutMs: 60_000 });
    await expectOnce(id);
  },
  caseMs,
);

it(
  'dead while the messages go out: each resident has one',
  async () => {
    for (const login of ['resident', 'resident2']) await wantsMessages(await office.as(login));
    const { id } = await approvedNotice(clerk, lead, { channels: ['in-app', 'sms'] });
    await office.comeToRest();
    await office.close();
    const died = office.openToDie({ FAULT_POINTS: 'sender.afterSendBeforeMark=kill' });
    await waitFor(() => office.isOpen(), { what: 'the office to open before it dies', timeoutMs: 60_000 });
    await noticeAct(clerk, id, 'release');
    expect(await died).toBe('SIGKILL');
    await office.open();
    // Whoever died holds the lease for a while of real time.
    await office.query(`UPDATE notifications.delivery SET leased_until = clock_timestamp() WHERE state = 'waiting'`);
    await waitFor(async () => (await office.query(`SELECT 1 FROM notifications.delivery WHERE content_type = 'notice' AND state <> 'sent'`)).length === 0, {
      what: 'the messages to be sent',
      timeoutMs: 60_000,
    });
    expect(sms.received.length).toBeGreaterThan(2);
    expect(sms.effects.size).toBe(2);
    expect([...sms.effects.keys()]).toHaveLength(new Set([...sms.effects.values()].map(({ to }) => to)).size);
  },
  caseMs,
);

it(
  'after all that every invariant holds',
  async () => {
    expect(await office.verify(30)).toEqual([]);
  },
  caseMs,
);
