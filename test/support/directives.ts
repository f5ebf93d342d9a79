import { siteOf } from './contacts';
import type { Problem } from './http';
import { told } from './inbox';
import type { Office } from './office';
import { accepted } from './repairs';
import type { Session } from './session';
import { pdfOf, upload } from './uploads';
import type { PageView } from './views';

const path = '/api/directives';
const day = 24 * 3_600_000;

interface DirectiveView {
  id: string;
  status: string;
  text: string;
  replacedById: string | null;
  addressedToMe: boolean;
  attachments: Array<{ id: string; url: string }>;
}
interface FiguresView {
  addressed: number;
  acknowledged: number;
  addressees: Array<{ personId: string; role: string | null; toldAt: string; reminders: number; acknowledgedAt: string | null }>;
}
/** Who takes part in the journey of a directive. */
export interface DirectivePeople {
  company: Session;
  director: Session;
  lead: Session;
  desk: Session;
  technician: Session;
  resident: Session;
}

/**
 * W3.1: from its giver to who acknowledges it last, with what is refused, reminders, a correction and a withdrawal.
 * @returns how many of how many have acknowledged it, as the list of figures says
 */
export async function walkDirective(office: Office, { company, director, lead, desk, technician, resident }: DirectivePeople): Promise<FiguresView> {
  const isTold = async (person: Session, kind: string, id: string): Promise<void> => void (await told(person, id, kind));
  const figures = async (id: string): Promise<FiguresView> => accepted(await director.get<FiguresView>(`${path}/${id}/figures`), 200);
  const act = <T = DirectiveView>(person: Session, id: string, verb: string, body: object = {}) => person.post<T>(`${path}/${id}/${verb}`, body);
  const attachment = accepted(await upload(director, pdfOf(2_000), '指示.pdf'), 201).id;
  const acknowledgeBy = new Date((await office.clock.now()).getTime() + 3 * day).toISOString();
  const said = { title: '关于寒潮防冻的指示', text: '请检查管道保温', roles: ['technician'], addresseeIds: [lead.who.id], acknowledgeBy };
  const given = accepted(await director.post<DirectiveView>(path, { ...said, siteId: siteOf(desk), attachmentIds: [attachment] }), 201);
  for (const person of [lead, technician]) await isTold(person, 'directive-to-acknowledge', given.id);

  const read = accepted(await technician.get<DirectiveView>(`${path}/${given.id}`), 200);
  expect(read).toMatchObject({ status: 'given', text: '请检查管道保温', addressedToMe: true });
  expect((await office.nobody().get(read.attachments[0]!.url)).status).toBe(200);
  for (const [person, status] of [[desk, 404], [resident, 403]] as const) expect((await person.get(`${path}/${given.id}`)).status).toBe(status);
  expect((await technician.get(`${path}/${given.id}/figures`)).status).toBe(403);

  accepted(await act(lead, given.id, 'acknowledge'), 200);
  expect((await act<Problem>(lead.in('en'), given.id, 'acknowledge')).body).toMatchObject({ status: 409, code: 'acknowledged-already', title: 'You have acknowledged it' });
  const before = await figures(given.id);
  expect(before.acknowledged).toBe(1);
  expect(before.addressees.find(({ personId }) => personId === technician.who.id)).toMatchObject({ role: 'technician', acknowledgedAt: null, reminders: 0 });

  const next = accepted(await act(director, given.id, 'correct', { ...said, text: '请检查管道和阀门保温', reason: '漏了阀门' }), 201);
  for (const person of [lead, technician]) await isTold(person, 'directive-replaced', given.id);
  expect((await act<Problem>(technician, given.id, 'acknowledge')).body).toMatchObject({ status: 409, code: 'directive-move-illegal' });
  const companys = accepted(await company.post<DirectiveView>(path, { ...said, siteId: siteOf(desk), roles: [], addresseeIds: [director.who.id] }), 201);
  expect((await act<Problem>(director, companys.id, 'withdraw', { reason: '不妥' })).body).toMatchObject({ status: 403, code: 'not-your-directive' });
  accepted(await act(company, companys.id, 'withdraw', { reason: '另行通知' }), 200);
  await isTold(director, 'directive-withdrawn', companys.id);

  accepted(await act(lead, next.id, 'acknowledge'), 200);
  await office.comeToRest();
  // Whenever this runs, a workday lies behind the date: weekends and holidays are shorter than that.
  await office.clock.forward(12 * day);
  await isTold(technician, 'promise-late', next.id);
  await isTold(director, 'promise-late', next.id);
  const reminded = (await figures(next.id)).addressees;
  expect(reminded.find(({ personId }) => personId === technician.who.id)!.reminders).toBeGreaterThan(0);
  expect(reminded.find(({ personId }) => personId === lead.who.id)!.reminders).toBe(0);
  const last = accepted(await act(technician, next.id, 'acknowledge'), 200);
  // Others may be technicians, too.
  const after = await figures(next.id);
  expect(last.status).toBe(after.acknowledged === after.addressed ? 'acknowledged' : 'given');
  const listed = accepted(await director.get<PageView<FiguresView & { id: string }>>('/api/directive-figures?limit=50'), 200).items;
  return listed.find(({ id }) => id === next.id)!;
}
