import { DirectiveOffice } from './directive-office.fixture';
import { DocumentsUnderTest } from './documents.fixture';
import type { PaperOffice } from './paper-office.fixture';

let documents: DocumentsUnderTest;
let directives: DirectiveOffice;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  directives = await DirectiveOffice.open(documents);
  office = directives.office;
});
afterAll(() => documents.close());

/** `promise level: who was told`, in order. */
const reminded = async (id: string): Promise<string[]> => {
  const names = new Map(Object.entries(office).flatMap(([name, who]) => (typeof who === 'object' && 'personId' in who ? [[who.personId as string, name] as const] : [])));
  return (await documents.events(id))
    .filter(({ type }) => type === 'documents.directive-escalated.v1')
    .map(({ data }) => `${data.promise} ${data.level}: ${(data.told as Array<{ personId: string }>).map(({ personId }) => names.get(personId)).sort().join(' ')}`);
};
const running = (id: string) => documents.rows(`SELECT promise FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [id]);
const hours = 14 * 24;
const day = 24 * 3_600_000;

describe('reminders of a directive (W3.1, G4, G5)', () => {
  it('who has not acknowledged it before the date and on it, then clerk, director and company; it is noted who was reminded', async () => {
    const id = await directives.given({ acknowledgeBy: office.inHours(hours) });
    await directives.does(id, 'acknowledge', office.head);
    await documents.pass(40);
    expect(await reminded(id)).toEqual([
      'acknowledge-soon responsible: technician',
      'acknowledge responsible: technician',
      'acknowledge lead: clerk',
      'acknowledge director: director',
      'acknowledge company: company',
    ]);
    const { body } = await directives.figures(id);
    const of = (personId: string) => body.addressees.find((each: { personId: string }) => each.personId === personId);
    expect(of(office.technician.personId)).toMatchObject({ reminders: 2, lastRemindedAt: expect.any(String) });
    expect(of(office.head.personId)).toMatchObject({ reminders: 0, lastRemindedAt: null });
    await directives.does(id, 'acknowledge', office.technician);
    expect((await directives.figures(id)).body.addressees.filter(({ late }: { late: boolean }) => late)).toMatchObject([{ personId: office.technician.personId }]);
  });

  it('nobody of what all have acknowledged, was withdrawn or replaced', async () => {
    const given = () => directives.given({ acknowledgeBy: office.inHours(hours) });
    const [known, withdrawn, replaced] = [await given(), await given(), await given()];
    for (const who of [office.head, office.technician]) await directives.does(known, 'acknowledge', who);
    await directives.does(withdrawn, 'withdraw', office.director, { reason: '情况有变' });
    expect((await directives.correct(replaced, office.director, { acknowledgeBy: office.inHours(hours) })).status).toBe(201);
    for (const id of [known, withdrawn, replaced]) expect(await running(id)).toEqual([]);
    await documents.pass(40);
    for (const id of [known, withdrawn, replaced]) expect(await reminded(id)).toEqual([]);
  });

  it('shows a reminder to have been before its time when it was acknowledged before, and entered after (G2)', async () => {
    const toWednesday = daysToWednesday();
    const id = await directives.given({ acknowledgeBy: office.inHours(24 * toWednesday) });
    await directives.does(id, 'acknowledge', office.head);
    await documents.pass(toWednesday - 2 / 24);
    const before = office.inHours(0);
    await documents.pass(1);
    expect((await reminded(id)).at(1)).toBe('acknowledge responsible: technician');
    await directives.does(id, 'acknowledge', office.technician, { happenedAt: before, lateReason: '外出培训' });
    expect((await documents.events(id)).filter(({ type }) => type === 'documents.directive-shown-on-time.v1')).toMatchObject([
      { data: { promise: 'acknowledge', level: 'responsible' } },
      { data: { promise: 'acknowledge', level: 'lead' } },
    ]);
  });
});

/** Three in the afternoon of a Wednesday in China, a week or two ahead: the office is open before and after it. */
function daysToWednesday(): number {
  const china = Date.now() + documents.ahead * 1_000 + 8 * 3_600_000;
  const wednesdayAfternoon = 6 * day + 15 * 3_600_000;
  return (7 * day + ((wednesdayAfternoon - (china % (7 * day)) + 7 * day) % (7 * day))) / day;
}
