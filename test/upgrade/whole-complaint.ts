import { waitFor } from '@property-office/testing';
import { Complaints } from '../support/complaints';
import { accepted } from '../support/repairs';
import type { PageView } from '../support/views';
import type { People } from './whole-repair';

interface ComplaintView {
  id: string;
  status: string;
  /** As whoever handles it reads it. */
  file: { tasks: Array<{ id: string; done: string | null }> } | null;
}

const complaints = new Complaints<ComplaintView>({ kind: 'cleaning', words: '三号楼楼道三天没有打扫' });
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** One complaint from the report to its follow-up, with a task that somebody does for it. */
export async function walkComplaint(people: People): Promise<ComplaintView> {
  const [resident, desk, director] = [await people.as('resident'), await people.as('desk'), await people.as('director')];
  const { id } = await complaints.file(resident);
  const does = (verb: string, body: object = {}) => complaints.does(desk, id, verb, body);
  await does('assign', { handlerId: desk.who.id });
  await does('acknowledge');
  await does('verify', { findings: '保洁记录缺三天' });
  await does('decide', { decision: 'ours', reason: '漏扫' });
  await does('begin-handling', { apology: '对不起，我们疏忽了', promisedAt: inDays(2) });
  await does('tasks', { what: '补扫楼道', ownerId: desk.who.id, dueAt: inDays(1) });
  const [task] = (await complaints.read(desk, id)).file!.tasks;
  await does('finish-task', { taskId: task!.id, done: '已补扫' });
  await does('result', { result: '已补扫，排班已改' });
  await does('feedback', { how: 'telephone', words: '好的' });
  const closed = await complaints.does(resident, id, 'answer', { answer: 'accepted' });
  const followUp = await waitFor(async () => accepted(await director.get<PageView<{ id: string }>>(`/api/follow-ups?complaintId=${id}`), 200).items[0], {
    what: 'the follow-up of the complaint',
    timeoutMs: 30_000,
  });
  accepted(await director.post(`/api/follow-ups/${followUp.id}/outcome`, { result: 'satisfied', rating: 5 }), 200);
  return closed;
}
