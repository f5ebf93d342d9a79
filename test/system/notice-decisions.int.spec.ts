import { waitFor } from '@property-office/testing';
import sharp from 'sharp';
import { siteOf } from '../support/contacts';
import type { Problem } from '../support/http';
import { approvedNotice, buildingOf, contentOf, draftNotice, noticeAct, noticesPath, overwrite, read, tasksOf, told, type NoticeView, type TaskView } from '../support/notices';
import { Office } from '../support/office';
import { accepted } from '../support/repairs';
import type { Session } from '../support/session';
import { upload } from '../support/uploads';
import type { PageView } from '../support/views';

const startMs = 240_000;
const hour = 3_600_000;

interface Promised {
  promise: string;
  state: string;
  dueAt: string;
}

// Against processes of their own: `journeys/notices`.
describe('notices on which somebody has to decide', () => {
  let office: Office;

  beforeAll(async () => {
    office = await Office.start({ deployment: 'all-in-one' });
    await office.comeToRest();
  }, startMs);
  afterAll(() => office?.stop(), startMs);

  describe('what no longer holds is taken back where it was read (W2.4)', () => {
    let clerk: Session;
    let lead: Session;
    let technician: Session;
    let resident: Session;
    let resident2: Session;
    const channels = ['in-app', 'chat-group', 'paper-board'];

    beforeAll(async () => {
      [clerk, lead, technician, resident, resident2] = [await office.as('clerk'), await office.as('lead'), await office.as('technician'), await office.as('resident'), await office.as('resident2')];
    });

    const places = async (groups: string[]): Promise<void> => {
      const path = `/api/notice-channels/${siteOf(clerk)}`;
      const { items } = accepted(await lead.get<{ items: Array<{ kind: string; version: number }> }>(path), 200);
      const posterId = technician.who.id;
      const body = { kind: 'safety', channels: ['portal-board', ...channels], chatGroups: groups.map((name) => ({ name, posterId })), paperBoards: [{ name: '1栋大堂', posterId }] };
      accepted(await overwrite(lead, path, body, items.find(({ kind }) => kind === 'safety')!.version), 200);
    };
    const released = async (more: object): Promise<string> => {
      const { id } = await approvedNotice(clerk, lead, { kind: 'safety', channels, ...more });
      await noticeAct(clerk, id, 'release');
      return id;
    };
    let shades = 0;
    const finish = async (task: TaskView): Promise<void> => {
      shades += 16;
      const picture = await sharp({ create: { width: 320, height: 240, channels: 3, background: { r: shades, g: 40, b: 90 } } }).jpeg().toBuffer();
      const proof = accepted(await upload(technician, picture, '截图.jpg'), 201);
      accepted(await technician.post(`/api/notice-tasks/${task.id}/finish`, { attachmentIds: [proof.id] }), 200);
    };
    const wordsOf = async (task: TaskView): Promise<string> => accepted(await technician.get<{ text: string }>(`/api/notice-tasks/${task.id}`), 200).text;
    const named = (tasks: TaskView[], task: string, place: string): TaskView => tasks.find((each) => each.task === task && each.place === place)!;

    it('a correction goes to the groups with what changed, also to one the new edition is not posted in; then a withdrawal with its reason', async () => {
      await places(['业主一群', '业主二群']);
      const buildingId = await buildingOf(office, resident);
      const id = await released({});
      for (const task of await tasksOf(technician, id)) await finish(task);

      await places(['业主一群']);
      const changed = contentOf({ channels, audience: [{ scope: 'building', placeId: buildingId }] });
      const next = accepted(await clerk.post<NoticeView>(`${noticesPath}/${id}/correct`, { ...changed, whatChanged: '只停3栋' }), 201);
      await noticeAct(clerk, next.id, 'submit');
      await noticeAct(lead, next.id, 'approve', { contentHash: next.contentHash });
      await noticeAct(clerk, next.id, 'release');

      const [old, fresh] = [await tasksOf(technician, id), await tasksOf(technician, next.id)];
      expect(await wordsOf(named(fresh, 'chat-post', '业主一群'))).toMatch(/^更正：只停3栋/);
      const left = named(old, 'chat-retract', '业主二群');
      expect(await wordsOf(left)).toMatch(/公告更正[^]*更正：只停3栋/);
      expect(await told(technician, left.id)).toEqual(['notice-task-retract']);
      expect(named(old, 'paper-down', '1栋大堂').status).toBe('open');
      expect(old.filter(({ task }) => task === 'chat-retract')).toHaveLength(1);
      await finish(left);
      // Who is not of its audience any more hears it once, and opens what was theirs.
      expect((await told(resident2, id)).toSorted()).toEqual(['notice-corrected', 'notice-released']);
      expect(await told(resident, next.id)).toEqual(['notice-released']);

      await noticeAct(lead, next.id, 'withdraw', { reason: '检修改期' });
      expect((await lead.post<Problem>(`${noticesPath}/${next.id}/withdraw`, { reason: '检修改期' })).status).toBe(409);
      const retracts = (await tasksOf(technician, next.id)).filter(({ task }) => task === 'chat-retract');
      expect(retracts.map(({ place, status }) => `${place} ${status}`).sort()).toEqual(['业主一群 open', '业主二群 open']);
      for (const task of retracts) expect(await wordsOf(task)).toMatch(/公告撤回[^]*原因：检修改期/);
      expect((await told(resident2, id)).toSorted()).toEqual(['notice-corrected', 'notice-released', 'notice-withdrawn']);
      expect((await told(resident, next.id)).toSorted()).toEqual(['notice-released', 'notice-withdrawn']);
    }, 120_000);

    it('what was never posted is spared in one tap by its poster, and by nobody else', async () => {
      await places(['业主一群']);
      const id = await released({});
      await noticeAct(lead, id, 'withdraw', { reason: '取消' });
      const retract = named(await tasksOf(technician, id), 'chat-retract', '业主一群');
      expect((await clerk.post<Problem>(`/api/notice-tasks/${retract.id}/spare`, {})).status).toBe(404);
      expect((await resident.post<Problem>(`/api/notice-tasks/${retract.id}/spare`, {})).status).toBe(403);
      expect(accepted(await technician.post<TaskView>(`/api/notice-tasks/${retract.id}/spare`, {}), 200).status).toBe('cancelled');
      expect((await technician.in('en').post<Problem>(`/api/notice-tasks/${retract.id}/spare`, {})).body).toMatchObject({ status: 409, code: 'notice-task-not-open', title: 'The posting task is over' });
    }, 60_000);
  });

  describe('the approval of a notice waits for no single person (G1)', () => {
    let clerk: Session;
    let lead: Session;
    let director: Session;

    beforeAll(async () => {
      [clerk, lead, director] = [await office.as('clerk'), await office.as('lead'), await office.as('director')];
    });

    const submitted = async (): Promise<string> => {
      const { id } = await draftNotice(clerk);
      await noticeAct(clerk, id, 'submit');
      return id;
    };
    const due = async (id: string): Promise<number> => {
      const { promises } = accepted(await clerk.get<{ promises: Promised[] }>(`/api/notices/${id}`), 200);
      return new Date(promises.find(({ promise }) => promise === 'approve')!.dueAt).getTime();
    };

    it('Q1: its time is a row that the director sets with a source; it holds for what is submitted afterwards', async () => {
      const before = await submitted();
      const dueBefore = await due(before);
      const target = { siteId: siteOf(clerk), class: 'notice-approval', promise: 'approve', function: 'approvals', limits: [{ amount: 30, unit: 'days' }] };
      accepted(await director.post('/api/service-targets', { ...target, source: { zh: '主任办公会', en: 'meeting of the director' } }), 201);
      const now = (await office.clock.now()).getTime();
      await waitFor(async () => (await due(await submitted())) > now + 28 * 24 * hour, { what: 'the new target to be in effect' });
      expect(await due(before)).toBe(dueBefore);
      const { items } = accepted(await director.get<PageView<{ class: string; source: { zh: string } }>>('/api/service-targets?limit=100'), 200);
      expect(items.filter((each) => each.class === 'notice-approval').map(({ source }) => source.zh).sort()).toEqual(['主任办公会', '初步建议']);
    }, 120_000);

    it('G5: late, it is escalated to who may approve, then to the director, as everything else, and they answer', async () => {
      const { items } = accepted(await lead.get<PageView<{ object: { type: string; id: string } }>>('/api/escalations?limit=100'), 200);
      expect(items.filter(({ object }) => object.type === 'notice')).toEqual([]);
      await office.clock.forward(12 * 24 * hour);
      const mine = accepted(await director.in('en').get<PageView<{ id: string; object: { type: string; id: string }; level: string; title: string }>>('/api/escalations?limit=100'), 200);
      const late = mine.items.find(({ object }) => object.type === 'notice')!;
      expect(late).toMatchObject({ level: 'director', title: expect.stringContaining('“approval” was escalated to you') });
      accepted(await director.post(`/api/escalations/${late.id}/acknowledge`, {}), 200);
      const { contentHash } = await read(director, late.object.id);
      expect(await noticeAct(director, late.object.id, 'approve', { contentHash })).toMatchObject({ status: 'approved' });
    }, 120_000);
  });

  it('and every invariant holds', async () => {
    await office.comeToRest();
    expect(await office.verify()).toEqual([]);
  }, startMs);
});
