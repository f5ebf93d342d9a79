import { siteOf } from './contacts';
import type { Answer } from './http';
import { inboxOf } from './inbox';
import type { Office } from './office';
import { accepted } from './repairs';
import type { Session } from './session';
import type { PageView } from './views';

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
  slipsLeft: number;
  channels: Array<{ channel: string; people: number; delivered: number; failed: number; read: number; acknowledged: number }>;
  buildings: Array<{ label: string; channels: Array<{ channel: string; people: number }> }>;
  tasks: { open: number; done: number; cancelled: number };
}

export interface NoticeDetailView extends NoticeView {
  attachments: Array<{ id: string; name: string; sha256: string; url: string }>;
  readAt: string | null;
}

export interface TaskView {
  id: string;
  task: string;
  place: string;
  status: string;
}

interface BoardView {
  items: Array<{ id: string; edition: number; whatChanged: string | null; attachments: Array<{ url: string }> }>;
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

export async function read(who: Session, id: string): Promise<NoticeDetailView> {
  return accepted(await who.get<NoticeDetailView>(`${noticesPath}/${id}`), 200);
}

export async function listed(who: Session, query = ''): Promise<string[]> {
  return accepted(await who.get<PageView<NoticeView>>(`${noticesPath}?limit=100${query}`), 200).items.map(({ id }) => id);
}

/** What somebody's inbox says of a notice or task, newest first. */
export async function told(who: Session, id: string): Promise<string[]> {
  return (await inboxOf(who)).flatMap(({ kind, subject }) => (subject.id === id ? [kind] : []));
}

export async function figuresOf(who: Session, id: string): Promise<FiguresView> {
  return accepted(await who.get<FiguresView>(`${noticesPath}/${id}/figures`), 200);
}

/** @param q what was typed into its search; nothing: all of it */
export async function boardOf(who: Session, siteId: string, q?: string): Promise<BoardView['items']> {
  const search = q === undefined ? '' : `&q=${encodeURIComponent(q)}`;
  return accepted(await who.get<BoardView>(`/api/board/${siteId}?limit=100${search}`), 200).items;
}

export async function tasksOf(who: Session, noticeId: string): Promise<TaskView[]> {
  const { items } = accepted(await who.get<PageView<TaskView>>(`/api/notice-tasks?noticeId=${noticeId}`), 200);
  return items.toSorted((one, other) => (one.task < other.task ? -1 : 1));
}

/** Puts something in the place of the version that was read. */
export function overwrite<T>(who: Session, path: string, body: object, version: number): Promise<Answer<T>> {
  return who.send<T>('PUT', path, JSON.stringify(body), { headers: { 'content-type': 'application/json', 'if-match': `"${version}"` } });
}
