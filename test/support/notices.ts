import { siteOf } from './contacts';
import type { Office } from './office';
import { accepted } from './repairs';
import type { Session } from './session';

export const noticesPath = '/api/notices';

/** What the tests read of a notice. */
export interface NoticeView {
  id: string;
  number: string;
  edition: number;
  status: string;
  lane: string;
  zh: { title: string; body: string };
  en: { title: string; body: string } | null;
  contentHash: string;
  remarks: string | null;
  whatChanged: string | null;
  reviewBy: string | null;
  version: number;
}

export interface FiguresView {
  people: number;
  read: number;
  acknowledged: number;
  slips: number;
  channels: Array<{ channel: string; people: number; delivered: number; failed: number; read: number; acknowledged: number }>;
  buildings: Array<{ label: string; channels: Array<{ channel: string; people: number }> }>;
  tasks: { open: number; done: number; cancelled: number };
}

/** What somebody of the staff writes for the whole of their site, unless a test wants it different. */
export const contentOf = (more: object = {}): object => ({
  zh: { title: '停水通知', body: '因管道检修，明日 9:00–17:00 停水。' },
  en: { title: 'Water cut', body: 'No water tomorrow from 9:00 to 17:00 for works on the pipes.' },
  audience: [{ scope: 'site' }],
  channels: ['portal-board', 'in-app', 'door-slip'],
  ...more,
});

export async function draftNotice(writer: Session, more: object = {}): Promise<NoticeView> {
  return accepted(await writer.post<NoticeView>(noticesPath, { siteId: siteOf(writer), kind: 'outage', ...contentOf(more) }), 201);
}

export async function noticeAct<T = NoticeView>(person: Session, id: string, verb: string, body: object = {}): Promise<T> {
  return accepted(await person.post<T>(`${noticesPath}/${id}/${verb}`, body), 200);
}

/** Written and submitted by one, read and approved by another. */
export async function approvedNotice(writer: Session, approver: Session, more: object = {}): Promise<NoticeView> {
  const { id } = await draftNotice(writer, more);
  await noticeAct(writer, id, 'submit');
  const { contentHash } = accepted(await approver.get<NoticeView>(`${noticesPath}/${id}`), 200);
  return noticeAct(approver, id, 'approve', { contentHash });
}

/** The building somebody lives in. */
export async function buildingOf(office: Office, { homeId }: Session): Promise<string> {
  const [row] = await office.query<{ id: string }>('SELECT building_id AS id FROM directory.place WHERE id = $1', [homeId]);
  return row!.id;
}
