import { DocumentsUnderTest } from './documents.fixture';
import { body, OutgoingOffice } from './outgoing-office.fixture';
import type { PaperOffice } from './paper-office.fixture';

type Person = PaperOffice['desk'];
let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  outgoing = await OutgoingOffice.open(documents);
  office = outgoing.office;
});
afterAll(() => documents.close());

const ids = (...people: Person[]) => people.map(({ personId }) => personId);
const lastData = async (id: string) => (await documents.events(id)).at(-1)!.data;
const substance = body.replace('5日', '6日');

describe('whom a document waits for while its leader is away (G1)', () => {
  /** What each of them says it waits for. */
  const waiting: ReadonlyArray<readonly [string, (more?: object) => Promise<unknown>]> = [
    ['a decision', async (more) => (await lastData(await office.proposed(more))).deciderIds],
    ['a signature', async (more) => (await lastData(await outgoing.toSign(more))).signerIds],
    ['the approval of a seal', async (more) => (await lastDataOfPrinted(more)).approverIds],
  ];
  /** Signed by the director before they went. */
  async function lastDataOfPrinted(more?: object) {
    const id = await outgoing.printed(more);
    return lastData(id);
  }

  it.each(waiting)('%s: the director, the first deputy who is there, the second, the company, and them again', async (_, waitsFor) => {
    const [first, second] = [office.desk, office.technician];
    await office.deputy(second, office.director, 2);
    await office.deputy(first, office.director, 1);
    await office.deputy(office.lead, office.director, 1, 'duty');
    expect(await waitsFor()).toEqual(ids(office.director));
    await office.isAway(office.director);
    expect(await waitsFor()).toEqual(ids(first));
    await office.hasLeft(first);
    expect(await waitsFor()).toEqual(ids(second));
    await office.isAway(second);
    expect(await waitsFor()).toEqual(ids(office.company));
    expect(await waitsFor({ confidentiality: 'confidential' })).toEqual(ids(office.director));
    await office.isAway(office.company);
    expect(await waitsFor()).toEqual(ids(office.director));
  });

  it('a signature: no deputy who wrote it, nor anybody for whom wrote it; the next one', async () => {
    const [writing, second] = [await office.deputy(office.clerk, office.director), office.desk];
    await office.isAway(office.director);
    expect((await lastData(await outgoing.toSign())).signerIds).toEqual(ids(office.company));
    await office.deputy(second, office.director, 2);
    const id = await outgoing.toSign();
    expect((await lastData(id)).signerIds).toEqual(ids(second));
    expect((await outgoing.sign(id, writing)).body).toMatchObject({ status: 403, code: 'own-draft' });
    const theirs = await outgoing.drafted({}, office.director);
    await outgoing.does(theirs, 'submit', office.director, { reviewerId: office.head.personId });
    await outgoing.does(theirs, 'review', office.head);
    expect((await lastData(theirs)).signerIds).toEqual(ids(office.company));
  });

  it('reminders go to the same: the deputy who wrote it hears of no signature, who may know of a confidential document does', async () => {
    const told = async (id: string) => (await documents.events(id)).filter(({ type }) => type.endsWith('-escalated.v1')).map(({ data }) => (data.told as Array<{ personId: string; forPersonId: string | null }>).map(({ personId }) => personId));
    await office.isAway(office.director);
    await office.deputy(office.clerk, office.director, 1);
    await office.deputy(office.lead, office.director, 2);
    const hidden = await office.proposed({ confidentiality: 'confidential' });
    const signed = await outgoing.toSign();
    await office.isAway(office.clerk);
    const late = await outgoing.toSign({ confidentiality: 'confidential' });
    await documents.pass(18);
    expect(await told(signed)).toEqual([ids(office.lead), ids(office.company)]);
    expect((await told(hidden)).at(0)).toEqual(ids(office.lead));
    expect((await told(late)).at(0)).toEqual(ids(office.lead));
  });
});

describe('whom a change of substance waits for (W1.2, G1)', () => {
  const corrected = async (id: string) => {
    await outgoing.correct(id, office.clerk, { body: substance });
    return (await lastData(id)).signerIds;
  };
  const signedBy = async (who: Person) => {
    const id = await outgoing.toSign();
    expect((await outgoing.sign(id, who)).status).toBe(200);
    return id;
  };

  it('who signed it before, if they may still sign, and whoever signs now', async () => {
    const deputy = await office.deputy(office.desk, office.director);
    const byDeputy = () => signedBy(deputy);
    const byCompany = () => signedBy(office.company);
    expect(await corrected(await byDeputy())).toEqual(ids(office.desk, office.director));
    expect(await corrected(await byCompany())).toEqual(ids(office.company, office.director));
    const [over, away, left] = [await byDeputy(), await byCompany(), await byCompany()];
    await office.isDeputyNoMore(office.desk);
    expect(await corrected(over)).toEqual(ids(office.director));
    await office.isAway(office.company);
    expect(await corrected(away)).toEqual(ids(office.director));
    await office.isBack(office.company);
    await office.hasLeft(office.company);
    expect(await corrected(left)).toEqual(ids(office.director));
  });

  it('the director of now, where who signed it is director no more', async () => {
    const former = await outgoing.signed();
    await documents.rows('UPDATE office_role SET until_at = platform.now() WHERE person_id = $1', ids(office.director));
    const next = office.person('director');
    await office.employ(next);
    expect(await corrected(former)).toEqual(ids(next));
  });

  it('nobody who signed it for who wrote it since', async () => {
    const deputy = await office.deputy(office.desk, office.director);
    const id = await signedBy(deputy);
    await outgoing.correct(id, office.director, { body: substance });
    expect((await lastData(id)).signerIds).toEqual(ids(office.company));
  });
});
