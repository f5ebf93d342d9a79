import { Neighbourhood } from './neighbourhood.fixture';
import { NoticesUnderTest } from './notices.fixture';

let notices: NoticesUnderTest;
let area: Neighbourhood;

beforeAll(async () => {
  notices = await NoticesUnderTest.open();
});
beforeEach(async () => {
  area = await Neighbourhood.open(notices);
});
afterAll(() => notices?.close());

describe('what of a notice leaves the house', () => {
  it('robots of the staff and webhooks that want it hear of it once; other sites’ do not', async () => {
    const elsewhere = await Neighbourhood.open(notices);
    const robot = (siteId: string, group: string) =>
      notices.rows<{ id: string }>(
        `INSERT INTO group_robot (id, site_id, name, platform, staff_group, url_cipher, host, language, at_night, created_at, version)
         VALUES (gen_random_uuid(), $1, 'x', 'wecom', $2, 'sealed', 'x', 'zh', false, now(), 1) RETURNING id`,
        [siteId, group],
      );
    const webhook = (siteId: string, events: string[]) =>
      notices.rows<{ id: string }>(
        `INSERT INTO webhook (id, site_id, name, url, events, secret_cipher, state, created_at, version) VALUES (gen_random_uuid(), $1, 'x', 'x', $2, 'sealed', 'enabled', now(), 1) RETURNING id`,
        [siteId, events],
      );
    const wanted = [await robot(area.siteId, 'desk'), await robot(area.siteId, 'management'), await webhook(area.siteId, ['notice.released'])].flat();
    await robot(elsewhere.siteId, 'desk');
    await webhook(area.siteId, ['repair-request.closed']);
    const id = await area.released({ channels: ['in-app', 'robot', 'webhook'] }, 'safety');
    const sent = await notices.rows<{ endpoint_id: string; content: { data?: object } }>('SELECT endpoint_id, content FROM delivery WHERE business_key LIKE $1', [`notice:${id}:%`]);
    expect(sent.map(({ endpoint_id }) => endpoint_id).sort()).toEqual(wanted.map((each) => each.id).sort());
    await notices.rows(`UPDATE delivery SET state = 'sent' WHERE endpoint_id = $1`, [wanted[0]!.id]);
    await notices.rows(`UPDATE delivery SET state = 'failed' WHERE endpoint_id = $1`, [wanted[2]!.id]);
    expect((await notices.ask(`GET /api/notices/${id}/figures`, area.director)).body.places).toEqual([
      { channel: 'robot', places: 2, done: 1, open: 1, failed: 0 },
      { channel: 'webhook', places: 1, done: 0, open: 0, failed: 1 },
    ]);
    expect(sent.find(({ content }) => content.data)!.content.data).toMatchObject({ noticeId: id, contentHash: await area.hashOf(id) });
  });

  it('what is sent out of the house is sent once, and not after a withdrawal', async () => {
    const one = await area.resident(area.homes[0]);
    await notices.rows(`INSERT INTO notification_settings (person_id, email_cipher, language, version, changed_at) VALUES ($1, 'sealed', 'en', 1, now())`, [one.personId]);
    const id = await area.released({ channels: ['in-app', 'email'] });
    const deliveries = await notices.rows<{ business_key: string; content: { noticeId: string }; urgent: boolean }>(
      `SELECT business_key, content, urgent FROM delivery WHERE person_id = $1`,
      [one.personId],
    );
    expect(deliveries).toEqual([{ business_key: `notice:${id}:${one.personId}:email`, content: { noticeId: id }, urgent: true }]);
    const contents = notices.contents();
    expect(await contents.render('notice', { noticeId: id }, 'en')).toMatchObject({ title: 'Water cut', text: expect.stringContaining('No water tomorrow') });
    expect(await contents.render('notice', { noticeId: id }, 'zh')).toMatchObject({ title: '停水通知' });
    const sent = () => notices.rows<{ content_type: string; channel: string }>('SELECT content_type, channel FROM delivery WHERE person_id = $1 ORDER BY business_key', [one.personId]);
    await area.moved(id, 'withdraw', area.lead, { reason: '取消' });
    expect(await contents.render('notice', { noticeId: id }, 'en')).toBeUndefined();
    // It never left: there is nothing to take back.
    expect(await sent()).toEqual([{ content_type: 'notice', channel: 'email' }]);
  });

  it.each(['withdrawn', 'corrected'])('other systems hear nothing any more of a notice that was %s, unless they were just being told', async (how) => {
    const webhook = async (state: string): Promise<string> => {
      const [row] = await notices.rows<{ id: string }>(
        `INSERT INTO webhook (id, site_id, name, url, events, secret_cipher, state, created_at, version) VALUES (gen_random_uuid(), $1, $2, 'x', '{notice.released}', 'sealed', 'enabled', now(), 1) RETURNING id`,
        [area.siteId, state],
      );
      return row!.id;
    };
    const [fresh, failedOnce, inHand, done] = [await webhook('fresh'), await webhook('failed once'), await webhook('in hand'), await webhook('done')];
    const id = await area.released({ channels: ['in-app', 'webhook'] }, 'safety');
    const set = (endpoint: string, what: string) => notices.rows(`UPDATE delivery SET attempts = 1, ${what} WHERE endpoint_id = $1`, [endpoint]);
    await set(failedOnce, 'lease = NULL');
    await set(inHand, `lease = gen_random_uuid(), leased_until = clock_timestamp() + interval '90 seconds'`);
    await set(done, `state = 'sent'`);
    if (how === 'withdrawn') await area.moved(id, 'withdraw', area.lead, { reason: '取消' });
    else {
      const { body } = await area.act(id, 'correct', area.writer, { ...area.contentOf({ channels: ['in-app'] }), whatChanged: '改期' });
      await area.moved(body.id, 'submit', area.writer);
      await area.approve(body.id);
      await area.moved(body.id, 'release', area.writer);
    }
    const states = await notices.rows<{ endpoint_id: string; state: string }>('SELECT endpoint_id, state FROM delivery WHERE business_key LIKE $1', [`notice:${id}:webhook:%`]);
    const stateOf = (endpoint: string) => states.filter((each) => each.endpoint_id === endpoint).map(({ state }) => state);
    expect([fresh, failedOnce, inHand, done].map(stateOf)).toEqual([['withdrawn'], ['withdrawn'], ['waiting'], ['sent']]);
    expect(await notices.rows(`SELECT 1 FROM delivery WHERE endpoint_id = ANY ($1) AND content_type <> 'cloud-event'`, [[fresh, failedOnce, inHand, done]])).toEqual([]);
  });

  it('whoever had it sent out of the house hears of its withdrawal the same way, once', async () => {
    const one = await area.resident(area.homes[0]);
    await notices.rows(`INSERT INTO notification_settings (person_id, email_cipher, language, version, changed_at) VALUES ($1, 'sealed', 'en', 1, now())`, [one.personId]);
    const id = await area.released({ channels: ['in-app', 'email'] });
    await notices.rows(`UPDATE delivery SET state = 'sent', sent_at = now(), attempts = 1 WHERE person_id = $1`, [one.personId]);
    await area.moved(id, 'withdraw', area.lead, { reason: '施工取消' });
    const sent = await notices.rows('SELECT content_type, channel, state, urgent FROM delivery WHERE person_id = $1 ORDER BY created_at, content_type', [one.personId]);
    expect(sent).toEqual([
      { content_type: 'notice', channel: 'email', state: 'sent', urgent: true },
      { content_type: 'notice-withdrawn', channel: 'email', state: 'waiting', urgent: true },
    ]);
    expect(await notices.contents().render('notice-withdrawn', { noticeId: id }, 'en')).toMatchObject({ title: 'Notice withdrawn: Water cut', text: '施工取消' });
    expect(await notices.contents().render('notice-withdrawn', { noticeId: id }, 'zh')).toMatchObject({ title: '公告已撤回：停水通知', template: { kind: 'notice-withdrawn', parameters: { title: '停水通知' } } });
  });
});
