import { newId } from '@property-office/kernel';
import { Neighbourhood } from './neighbourhood.fixture';
import { NoticesUnderTest, type Told } from './notices.fixture';
import type { Reach } from './persistence/reach';

const hour = 3_600_000;
let notices: NoticesUnderTest;
let area: Neighbourhood;

beforeAll(async () => {
  notices = await NoticesUnderTest.open();
});
beforeEach(async () => {
  area = await Neighbourhood.open(notices);
});
afterAll(() => notices?.close());

async function ask(query = '', who = area.director, headers: Record<string, string> = {}): Promise<Told> {
  const now = (await notices.now()).getTime();
  const period = `from=${new Date(now - hour).toISOString()}&to=${new Date(now + hour).toISOString()}`;
  return notices.ask(`GET /api/statistics/notice-reach?${period}${query}`, who, undefined, headers);
}
const figures = async (query = ''): Promise<Reach[]> => (await ask(query)).body.items;

/** What was announced and lies in rows of one notice, counted one by one. */
async function counted(ids: string[]): Promise<Partial<Reach>> {
  const total = { released: 0, people: 0, read: 0, acknowledged: 0, slips: 0 };
  for (const id of ids) {
    const said = await notices.told(id);
    total.released += said.filter((type) => type === 'notice-released').length;
    const people = new Set((await notices.rows<{ person_id: string }>('SELECT person_id FROM notice_recipient WHERE notice_id = $1', [id])).map(({ person_id }) => person_id));
    total.people += people.size;
    for (const reader of await notices.rows<{ acknowledged_at: Date | null }>('SELECT acknowledged_at FROM notice_reader WHERE notice_id = $1', [id])) {
      total.read += 1;
      if (reader.acknowledged_at) total.acknowledged += 1;
    }
    total.slips += (await notices.rows('SELECT 1 FROM notice_slip WHERE notice_id = $1', [id])).length;
  }
  return total;
}

describe('how far notices reach (W2.4)', () => {
  it('is what a slow count of ledger and rows says', async () => {
    const [one, two] = [await area.resident(area.homes[0]), await area.resident(area.homes[2])];
    const outage = await area.released({ acknowledge: true });
    const works = await area.released({}, 'works');
    const gone = await area.released({}, 'works');
    await area.drafted();
    await area.act(outage, 'acknowledge', one);
    await area.act(works, 'read', two);
    await area.moved(gone, 'withdraw', area.lead, { reason: '取消' });
    const correction = (await area.act(works, 'correct', area.writer, area.contentOf({ whatChanged: '时间' }))).body.id as string;
    await area.moved(correction, 'submit', area.writer);
    await area.approve(correction);
    await area.moved(correction, 'release', area.writer);

    expect(await figures()).toMatchObject([{ group: null, ...(await counted([outage, works, gone, correction])), delivered: 8, asked: 2 }]);
    expect(await figures('&groupBy=kind')).toMatchObject([
      { group: 'outage', ...(await counted([outage])) },
      { group: 'works', ...(await counted([works, gone, correction])) },
    ]);
    expect(await figures(`&groupBy=site&siteId=${area.siteId}`)).toMatchObject([{ group: area.siteId, released: 4 }]);
    const month = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(await notices.now());
    expect(await figures('&groupBy=month')).toMatchObject([{ group: month, released: 4 }]);
  });

  it('counts what went out of the house as delivered when it was', async () => {
    const one = await area.resident(area.homes[0], { account: false });
    const two = await area.resident(area.homes[1], { account: false });
    for (const { personId } of [one, two])
      await notices.rows(`INSERT INTO notification_settings (person_id, email_cipher, language, version, changed_at) VALUES ($1, 'sealed', 'zh', 1, now())`, [personId]);
    await area.released({ channels: ['in-app', 'email'] });
    await notices.rows(`UPDATE delivery SET state = 'sent', sent_at = now() WHERE person_id = $1`, [one.personId]);
    expect(await figures()).toMatchObject([{ people: 2, delivered: 1, read: 0 }]);
  });

  it('is for whoever answers for the site, and only of theirs', async () => {
    await area.released();
    const elsewhere = await Neighbourhood.open(notices);
    expect((await ask('', elsewhere.director)).body.items).toEqual([]);
    // Whether it is there or not.
    for (const siteId of [area.siteId, newId()]) expect((await ask(`&siteId=${siteId}`, elsewhere.director)).body).toMatchObject({ status: 403, code: 'role-may-not' });
    expect((await ask(`&siteId=${area.siteId}`, area.director)).body.items).toMatchObject([{ released: 1 }]);
    expect((await ask('', await area.resident(area.homes[0]))).status).toBe(403);
  });

  it('of an impossible period is refused', async () => {
    const backwards = 'GET /api/statistics/notice-reach?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z';
    expect((await notices.ask(backwards, area.director)).body).toMatchObject({ status: 400, code: 'notice-time-wrong', errors: [{ pointer: '/to', message: 'The end of the period has to be after its start, by a year at most' }] });
    expect((await notices.ask(backwards, area.director, undefined, { 'accept-language': 'zh' })).body.errors[0].message).toBe('结束时间应晚于开始时间，且最长为一年');
    expect((await notices.ask('GET /api/statistics/notice-reach', area.director)).status).toBe(400);
  });
});
