import { siteOf } from './contacts';
import type { Problem } from './http';
import { inboxOf, told } from './inbox';
import type { Office } from './office';
import { accepted } from './repairs';
import type { Session } from './session';
import { pdfOf, upload } from './uploads';

const path = '/api/print-jobs';
const day = 24 * 3_600_000;

interface PrintJobView {
  id: string;
  status: string;
  takenBy: string | null;
  attachments: Array<{ id: string; url: string }>;
  drafts: Array<{ id: string; url: string }>;
}
/** Who takes part in the journey of a print job. */
export interface PrintJobPeople {
  clerk: Session;
  director: Session;
  company: Session;
  /** The director's deputy. */
  lead: Session;
  technician: Session;
  resident: Session;
}

/**
 * R2.2: from who asks for it to the copies, one handed back, one left over, and a confidential one.
 * @returns the one that was done
 */
export async function walkPrintJob(office: Office, { clerk, director, company, lead, technician, resident }: PrintJobPeople): Promise<PrintJobView> {
  const isTold = async (person: Session, kind: string, id: string): Promise<void> => void (await told(person, id, kind));
  const act = <T = PrintJobView>(person: Session, id: string, verb: string, body: object = {}) => person.post<T>(`${path}/${id}/${verb}`, body);
  const dueAt = new Date((await office.clock.now()).getTime() + 3 * day).toISOString();
  const said = { siteId: siteOf(clerk), work: 'bind', title: '培训手册', forWhom: '工程部', copies: 20, sides: 'two', binding: 'glue', dueAt };
  const request = async (more: object = {}) => {
    const attachment = accepted(await upload(technician, pdfOf(2_000), '手册.pdf'), 201).id;
    return accepted(await technician.post<PrintJobView>(path, { ...said, attachmentIds: [attachment], ...more }), 201);
  };

  const job = await request();
  await isTold(clerk, 'print-job-waiting', job.id);
  const read = accepted(await clerk.get<PrintJobView>(`${path}/${job.id}`), 200);
  expect((await office.nobody().get(read.attachments[0]!.url)).status).toBe(200);
  expect((await technician.post<Problem>(path, said)).body).toMatchObject({ status: 400, code: 'nothing-to-print', title: '没有要文印的内容' });
  const tries = await Promise.all([act(clerk, job.id, 'take'), act(director, job.id, 'take')]);
  expect(tries.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(accepted(await act(director, job.id, 'finish'), 200).status).toBe('done');
  await isTold(technician, 'print-job-done', job.id);

  // A draft is asked for by what it is to say, and is there when the job is done.
  const drafting = accepted(await technician.post<PrintJobView>(path, { ...said, work: 'draft', title: '检修函', copies: 1, instructions: '请供水公司配合检修' }), 201);
  accepted(await act(clerk, drafting.id, 'take'), 200);
  expect((await act<Problem>(clerk, drafting.id, 'finish')).body).toMatchObject({ status: 400, code: 'draft-unfit', title: '起草结果有误' });
  const draft = accepted(await upload(clerk, pdfOf(2_000), '检修函.pdf'), 201).id;
  accepted(await act(clerk, drafting.id, 'finish', { attachmentIds: [draft] }), 200);
  const { drafts } = accepted(await technician.get<PrintJobView>(`${path}/${drafting.id}`), 200);
  expect((await office.nobody().get(drafts[0]!.url)).status).toBe(200);
  // One that became an outgoing document is read by who asked for it, from then on.
  const letter = { siteId: siteOf(clerk), kind: 'letter', title: '关于配合检修的函', body: '供水公司：\n请于下周配合检修。', recipients: ['供水公司'] };
  const { id: documentId } = accepted(await clerk.post<{ id: string }>('/api/outgoing-documents', letter), 201);
  const asked = accepted(await technician.post<PrintJobView>(path, { ...said, work: 'draft', title: '检修函', copies: 1, instructions: '请供水公司配合检修' }), 201);
  accepted(await act(clerk, asked.id, 'take'), 200);
  const reads = async () => (await technician.get(`/api/outgoing-documents/${documentId}`)).status;
  expect(await reads()).toBe(404);
  accepted(await act(clerk, asked.id, 'finish', { documentId }), 200);
  expect(await reads()).toBe(200);

  const returned = await request();
  accepted(await act(clerk, returned.id, 'return', { reason: '缺最后一页' }), 200);
  await isTold(technician, 'print-job-returned', returned.id);
  expect((await act<Problem>(clerk.in('en'), returned.id, 'take')).body).toMatchObject({ status: 409, code: 'print-job-move-illegal', title: 'The state does not allow this' });

  const secret = await request({ confidential: true });
  // Who stands in for the director sees what the director sees (G1).
  for (const [person, status] of [[clerk, 200], [director, 200], [lead, 200], [technician, 200], [company, 404], [resident, 403]] as const)
    expect((await person.get(`${path}/${secret.id}`)).status).toBe(status);

  await office.comeToRest();
  // Whenever this runs, a workday lies behind the date: weekends and holidays are shorter than that.
  await office.clock.forward(12 * day);
  await isTold(clerk, 'promise-late', secret.id);
  await isTold(director, 'promise-late', secret.id);
  expect((await inboxOf(company)).some((item) => item.subject.id === secret.id)).toBe(false);
  return accepted(await technician.get<PrintJobView>(`${path}/${job.id}`), 200);
}
