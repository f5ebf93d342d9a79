import { ComplaintFollowUps } from './complaint-follow-ups.fixture';

describe('the follow-up of a closed complaint (W2.3, R3.2)', () => {
  let office: ComplaintFollowUps;

  beforeAll(async () => void (office = await ComplaintFollowUps.start()));
  afterAll(() => office.stop());

  it('is due at once, within 2 workdays, and is one for each round', async () => {
    const { id, complaintId } = await office.closed();
    const [due] = await office.told(id);
    expect(due).toMatchObject({ type: 'followups.complaint-follow-up-due.v1', data: { complaintId, round: 1, major: false } });
    // By the end of the desk's day, two workdays later.
    expect(due!.data['firstTryBy']).toMatch(/T10:00:00\.000Z$/);
    await office.close(complaintId);
    expect(await office.told(id)).toHaveLength(1);
    await office.close(complaintId, { round: 2 });
    expect((await office.read.page(office.principal('desk'), { limit: 10, complaintId })).items).toHaveLength(2);
  });

  it('is never done by whoever handled the case in any round', async () => {
    const { id } = await office.closed();
    await expect(office.outcome(office.handler, id, 'satisfied')).rejects.toMatchObject({ code: 'own-work' });
    expect(await office.outcome(office.principal('desk'), id, 'satisfied')).toMatchObject({ state: 'satisfied' });
  });

  it('is found by its number and by what was said, in Chinese and English, by whoever may see it', async () => {
    const { id, complaintId } = await office.closed();
    const answered = await office.outcome(office.principal('desk'), id, 'satisfied', '师傅来过两次 Ｔｈａｎｋｓ');
    const found = async (q: string) => (await office.read.page(office.principal('desk'), { limit: 10, complaintId, q })).items.map((each) => each.id);
    for (const q of [answered.complaintNumber!, '来过', '两', 'thanks']) expect([q, await found(q)]).toEqual([q, [id]]);
    for (const q of ['三次', '%%', '100%']) expect([q, await found(q)]).toEqual([q, []]);
  });

  it('is no other desk agent’s while somebody there has it in hand, but for a lead; somebody who has gone has nothing in hand (G6)', async () => {
    const [one, other] = [await office.holds(office.principal('desk')), office.principal('desk')];
    const inHand = async () => {
      const { id } = await office.closed();
      await office.take(one, id);
      return id;
    };
    const [id, leads, left] = [await inHand(), await inHand(), await inHand()];
    await expect(office.outcome(other, id, 'satisfied')).rejects.toMatchObject({ code: 'taken-by-somebody-else' });
    expect(await office.outcome(one, id, 'satisfied')).toMatchObject({ state: 'satisfied' });
    expect(await office.outcome(office.principal('desk-lead'), leads, 'satisfied')).toMatchObject({ state: 'satisfied' });
    await office.database.query('DELETE FROM office_role WHERE person_id = $1', [one.personId]);
    expect(await office.outcome(other, left, 'satisfied')).toMatchObject({ state: 'satisfied' });
  });

  it('of a major one is the director’s, within 24 hours', async () => {
    await office.holds(office.principal('director'));
    const { id } = await office.closed({ major: true, majorBecause: ['theft'] });
    const [due] = await office.told(id);
    expect(due!.data['firstTryBy']).toBe(new Date(office.act.happenedAt.getTime() + 86_400_000).toISOString());
    await expect(office.outcome(office.principal('desk-lead'), id, 'satisfied')).rejects.toMatchObject({ code: 'directors-own' });
    expect(await office.outcome(office.principal('director'), id, 'unsatisfied')).toMatchObject({ state: 'unsatisfied' });
  });

  it('is not there for whom the complaint is about, nor for their crew', async () => {
    const { id, complaintId } = await office.closed();
    const crewmate = office.principal('desk-lead', { crews: [office.crew] });
    for (const who of [office.accused, crewmate]) {
      expect(await office.read.one(who, id)).toBeUndefined();
      expect((await office.read.page(who, { limit: 10, complaintId })).items).toEqual([]);
      await expect(office.outcome(who, id, 'satisfied')).rejects.toMatchObject({ code: 'follow-up-unknown' });
    }
    expect(await office.read.one(office.principal('desk'), id)).toBeDefined();
  });

  it('tells nothing of what the complainant said', async () => {
    const { id } = await office.closed();
    await office.outcome(office.principal('desk'), id, 'unsatisfied', '我是三栋王敏');
    expect((await office.told(id)).at(-1)).toMatchObject({ type: 'followups.complaint-follow-up-completed.v1', data: { result: 'unsatisfied' } });
    expect(JSON.stringify(await office.told(id))).not.toContain('王敏');
  });

  it.each([false, true])('a dispute takes back what nobody has asked yet; an outcome stays: %s', async (asked) => {
    const { id, complaintId } = await office.closed();
    if (asked) await office.outcome(office.principal('desk'), id, 'satisfied');
    await office.disputed(complaintId);
    expect((await office.read.one(office.principal('desk'), id))!.state).toBe(asked ? 'satisfied' : 'cancelled');
    expect((await office.told(id)).at(-1)!.type).toBe(asked ? 'followups.complaint-follow-up-completed.v1' : 'followups.complaint-follow-up-cancelled.v1');
  });
});
