import type { Database } from '@property-office/persistence';
import type { AudienceTarget, NoticeContent } from '../domain/notice-content';
import { demoNotices } from './demo-notices';
import { keepCopies, type DirectoryCopies } from './directory-copies';
import { contentOf, does, NoticesSetup } from './notices-setup';

/** Who and what of directory's demonstration notices have to do with. */
export interface DemoNeighbourhood {
  siteId: string;
  /** Where the resident lives. */
  buildingId: string;
  clerk: string;
  lead: string;
  dutyOfficer: string;
  resident: string;
  /** A picture the clerk has uploaded, of paper that is up. */
  pictureId: string;
  copies: DirectoryCopies;
}

const day = 86_400_000;

/**
 * A notice and a posting task in each state, written by the clerk and approved by the lead, and one of the night lane that waits for the director's review
 * (DEMO=1): same rules, same ledger. What is expired holds for a second: its timer ends it when the office has opened.
 * @returns false where there were notices before
 */
export async function seedDemoNotices(database: Database, { siteId, buildingId, clerk, lead, dutyOfficer, resident, pictureId, copies }: DemoNeighbourhood): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('LOCK TABLE notice IN SHARE ROW EXCLUSIVE MODE');
    if ((await tx.query('SELECT 1 FROM notice LIMIT 1')).length > 0) return false;
    keepCopies(tx, copies);
    const setup = new NoticesSetup(tx, database);
    const [byClerk, byLead, byResident] = [does(clerk, 'clerk', siteId), does(lead, 'desk-lead', siteId), does(resident, 'resident', siteId)];
    const later = (ms: number): Date => new Date(tx.now.getTime() + ms);
    const everybody: AudienceTarget[] = [{ scope: 'site', placeId: null, role: null }];
    const building: AudienceTarget[] = [{ scope: 'building', placeId: buildingId, role: null }];

    const drafted = (content: NoticeContent) => setup.draft(byClerk('notifications.draftNotice'), siteId, content);
    const submitted = async ({ id }: { id: string }) => setup.move.execute(tx, byClerk('notifications.submitNotice'), id, {}, 'submit');
    const approved = async (draft: { id: string; contentHash: string }) => {
      const { id, contentHash } = await submitted(draft);
      return setup.approve.execute(tx, byLead('notifications.approveNotice'), id, { contentHash });
    };
    const released = async (draft: { id: string; contentHash: string }) =>
      setup.release.execute(tx, byClerk('notifications.releaseNotice'), (await approved(draft)).id, {});

    await setup.setChannels.execute(tx, byLead('notifications.setNoticeChannels'), siteId, {
      kind: 'works',
      channels: ['portal-board', 'in-app', 'email', 'wechat', 'door-slip', 'chat-group', 'paper-board'],
      chatGroups: [{ name: '3栋业主群', posterId: clerk }],
      paperBoards: [{ name: '3栋大堂公告栏', posterId: clerk }],
    });

    await drafted(contentOf(demoNotices.draft, everybody, ['portal-board', 'in-app']));
    await submitted(await drafted(contentOf(demoNotices.submitted, everybody, ['portal-board', 'in-app', 'door-slip'])));
    const returned = await submitted(await drafted(contentOf(demoNotices.returned, everybody, ['portal-board', 'in-app'])));
    await setup.giveBack.execute(tx, byLead('notifications.returnNotice'), returned.id, { remarks: '请写明充电棚的位置和开放时间' });
    const discarded = await drafted(contentOf(demoNotices.discarded, everybody, ['portal-board', 'in-app']));
    await setup.move.execute(tx, byClerk('notifications.discardNotice'), discarded.id, {}, 'discard');
    await approved(await drafted(contentOf(demoNotices.approved, everybody, ['portal-board', 'in-app'])));
    const scheduled = await approved(await drafted(contentOf(demoNotices.scheduled, building, ['portal-board', 'in-app', 'door-slip'])));
    await setup.schedule.execute(tx, byClerk('notifications.scheduleNotice'), scheduled.id, { releaseAt: later(3 * day) });

    const works = contentOf(demoNotices.released, building, ['portal-board', 'in-app', 'door-slip', 'chat-group', 'paper-board'], { acknowledge: true });
    const { id: shown } = await released(await drafted(works));
    await setup.mark.execute(tx, byResident('notifications.acknowledgeNotice'), shown, true);
    await setup.finishPaper(byClerk('notifications.finishNoticeTask'), shown, pictureId);
    // Nobody had posted it yet: the tasks are called off, and what may be out there is to be taken back.
    const withdrawn = await released(await drafted(contentOf(demoNotices.withdrawn, building, ['portal-board', 'in-app', 'chat-group', 'paper-board'])));
    await setup.withdraw.execute(tx, byLead('notifications.withdrawNotice'), withdrawn.id, { reason: '厂家另有安排，改期进行' });
    const corrected = await released(await drafted(contentOf(demoNotices.corrected, everybody, ['portal-board', 'in-app'])));
    const whatChanged = '服务时间延长到 20:00';
    const correction = { ...contentOf(demoNotices.correction, everybody, ['portal-board', 'in-app']), whatChanged };
    await released(await setup.correct(byClerk('notifications.correctNotice'), corrected.id, correction));
    await released(await drafted(contentOf(demoNotices.expired, building, ['portal-board', 'in-app'], { validUntil: later(1_000).toISOString() })));
    const [label] = await tx.query<{ label: string; label_en: string }>('SELECT label, label_en FROM notice_place WHERE id = $1', [buildingId]);
    await setup.releaseAtNight(dutyOfficer, 'lift-stopped', { id: buildingId, siteId, kind: 'building', buildingId: null, label: label!.label, labelEn: label!.label_en, timeZone: null });
    return true;
  });
}
