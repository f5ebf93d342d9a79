import { newId } from '@property-office/kernel';
import { hashOf } from '../domain/notice-content';
import { noticeStates } from '../domain/notice-states';
import { NoticesUnderTest } from '../notices.fixture';
import { demoNotices } from './demo-notices';
import { seedDemoNotices, type DemoNeighbourhood } from './seed-demo-notices';

let notices: NoticesUnderTest;

beforeAll(async () => {
  notices = await NoticesUnderTest.open();
});
afterAll(() => notices?.close());

it('shows a notice and a posting task in each state, once, with its ledger and whom it reached', async () => {
  const [siteId, buildingId, homeId, neighbourHome, clerk, lead, dutyOfficer, resident] = Array.from({ length: 8 }, newId) as [string, string, string, string, string, string, string, string];
  const place = (id: string, kind: string, parent: string | null) => ({
    id,
    site_id: siteId,
    kind,
    parent_id: parent,
    building_id: kind === 'home' ? buildingId : null,
    label: kind,
    label_en: kind,
    time_zone: kind === 'site' ? 'Asia/Shanghai' : null,
  });
  const grant = (person_id: string, role: string) => ({ grant_id: newId(), person_id, role, site_id: siteId, starts_at: '2020-01-01T00:00:00Z', ends_at: null });
  const people: DemoNeighbourhood = {
    siteId,
    buildingId,
    clerk,
    lead,
    dutyOfficer,
    resident,
    pictureId: newId(),
    copies: {
      places: [place(siteId, 'site', null), place(buildingId, 'building', siteId), place(homeId, 'home', buildingId), place(neighbourHome, 'home', buildingId)],
      ties: [{ tie_id: newId(), person_id: resident, home_id: homeId, starts_at: '2020-01-01T00:00:00Z', ends_at: null }],
      accounts: [{ account_id: newId(), person_id: resident, closed: false }],
      grants: [grant(clerk, 'clerk'), grant(lead, 'desk-lead')],
    },
  };
  const { database } = notices.runtime;
  expect(await Promise.all([seedDemoNotices(database, people), seedDemoNotices(database, people)])).toEqual(expect.arrayContaining([true, false]));

  await notices.elapse(2_000);
  const rows = await notices.rows<{ state: string; content: string; content_hash: string }>('SELECT state, content, content_hash FROM notice ORDER BY number, edition');
  // The correction is one more that is out, and so is what was released at night.
  expect(rows.map(({ state }) => state).sort()).toEqual([...noticeStates, 'released', 'released'].sort());
  expect(await notices.rows(`SELECT template, review_by IS NOT NULL AS reviewed_by FROM notice WHERE lane = 'night'`)).toEqual([{ template: 'lift-stopped', reviewed_by: true }]);
  for (const { content, content_hash } of rows) expect(hashOf(content)).toBe(content_hash);
  expect(rows.map(({ content }) => JSON.parse(content)).map(({ zh, en }) => ({ zh, en }))).toEqual(
    expect.arrayContaining(Object.values(demoNotices).map(({ zh, en }) => ({ zh, en }))),
  );

  const told = await notices.rows<{ kind: string; n: number }>(`SELECT kind, count(*)::int AS n FROM notification WHERE person_id = $1 GROUP BY kind ORDER BY kind`, [resident]);
  expect(told).toEqual([
    { kind: 'notice-released', n: 6 },
    { kind: 'notice-withdrawn', n: 1 },
  ]);
  expect(await notices.rows('SELECT 1 FROM notice_reader WHERE acknowledged_at IS NOT NULL')).toHaveLength(1);
  expect(await notices.rows('SELECT home_id FROM notice_slip')).toEqual([{ home_id: neighbourHome }, { home_id: neighbourHome }]);
  expect((await notices.rows<{ task: string; state: string }>('SELECT task, state FROM notice_task ORDER BY task, state'))).toEqual([
    { task: 'chat-post', state: 'cancelled' },
    { task: 'chat-post', state: 'open' },
    { task: 'chat-retract', state: 'open' },
    { task: 'paper-down', state: 'open' },
    { task: 'paper-up', state: 'cancelled' },
    { task: 'paper-up', state: 'done' },
  ]);
  expect(await notices.rows(`SELECT attachment_ids FROM notice_task WHERE state = 'done'`)).toEqual([{ attachment_ids: [people.pictureId] }]);
  expect(await notices.rows('SELECT aggregate_id FROM ledger GROUP BY 1 HAVING count(*) <> max(aggregate_version)')).toEqual([]);
});
