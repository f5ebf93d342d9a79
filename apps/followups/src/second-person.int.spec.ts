import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { ComplaintFollowUps } from './complaint-follow-ups.fixture';

describe('the follow-up of a major complaint that everybody handled whose follow-up it is (G1)', () => {
  const theft = { major: true, majorBecause: ['theft' as const] };
  let office: ComplaintFollowUps;
  let director: Principal;
  let company: Principal;
  let lead: Principal;
  let other: Principal;
  let followUpId: string;

  beforeAll(async () => void (office = await ComplaintFollowUps.start()));
  afterAll(() => office.stop());
  beforeEach(async () => {
    for (const table of ['office_role', 'office_absence', 'office_deputy', 'office_account']) await office.database.query(`DELETE FROM ${table}`);
    [director, lead] = [await office.holds(office.principal('director')), await office.holds(office.principal('desk-lead'))];
    company = await office.holds(office.principal('company', { roles: [{ role: 'company', siteId: null }] }));
    other = office.principal('director', { roles: [{ role: 'director', siteId: newId() }] });
  });
  const handledByAll = () => office.closed({ ...theft, handlerIds: [director.personId, company.personId] });

  it('is passed on to the director of another site, who has it as the director has', async () => {
    await office.holds(other);
    const { id } = await handledByAll();
    expect(await office.passedOn(id)).toEqual([{ to: 'another-site', personIds: [other.personId] }]);
    for (const who of [director, company]) await expect(office.outcome(who, id, 'satisfied')).rejects.toMatchObject({ code: 'own-work' });
    await expect(office.outcome(lead, id, 'satisfied')).rejects.toMatchObject({ code: 'directors-own' });
    const stranger = office.principal('director', { roles: [{ role: 'director', siteId: newId() }] });
    await expect(office.outcome(stranger, id, 'satisfied')).rejects.toMatchObject({ code: 'follow-up-unknown' });
    expect((await office.read.page(other, { limit: 10 })).items.map((each) => each.id)).toEqual([id]);
    expect(await office.outcome(other, id, 'satisfied')).toMatchObject({ state: 'satisfied', passedOnTo: 'another-site' });
  });

  it('is passed on to whoever of the site had no part in it, where there is no other director', async () => {
    const { id } = await office.closed({ ...theft, handlerIds: [director.personId, company.personId, office.handler.personId] });
    expect(await office.passedOn(id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
    await expect(office.outcome(office.handler, id, 'satisfied')).rejects.toMatchObject({ code: 'own-work' });
    await expect(office.outcome(office.accused, id, 'satisfied')).rejects.toMatchObject({ code: 'follow-up-unknown' });
    expect(await office.outcome(lead, id, 'unsatisfied')).toMatchObject({ state: 'unsatisfied' });
  });

  it('says so where nobody at all is there, and whoever comes may do it', async () => {
    await office.database.query('DELETE FROM office_role WHERE role = $1', ['desk-lead']);
    const { id } = await handledByAll();
    expect(await office.passedOn(id)).toEqual([{ to: 'same-site', personIds: [] }]);
    expect(await office.outcome(await office.holds(office.principal('desk')), id, 'satisfied')).toMatchObject({ state: 'satisfied' });
  });

  it.each([
    ['another person of the company', async () => void (await office.holds(office.principal('company', { roles: [{ role: 'company', siteId: null }] })))],
    ['a director who did not handle it', async () => void (await office.holds(office.principal('director')))],
  ])('stays where it belongs as long as there is %s', async (_, comes) => {
    await office.holds(other);
    await comes();
    const { id } = await handledByAll();
    expect(await office.passedOn(id)).toEqual([]);
    await expect(office.outcome(lead, id, 'satisfied')).rejects.toMatchObject({ code: 'directors-own' });
    await expect(office.outcome(other, id, 'satisfied')).rejects.toMatchObject({ code: 'follow-up-unknown' });
  });

  it('is not left with somebody who is away, or whom the complaint is about', async () => {
    const [away, about] = [await office.holds(office.principal('director')), await office.holds(office.principal('director'))];
    await office.database.query(`INSERT INTO office_absence (id, person_id, from_at) VALUES ($1, $2, '2020-01-01')`, [newId(), away.personId]);
    const { id } = await office.closed({ ...theft, handlerIds: [director.personId, company.personId], hiddenFrom: { personIds: [about.personId], crewIds: [] } });
    expect(await office.passedOn(id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
  });

  it('goes on to the site when its time is over and the other director has not asked; each once', async () => {
    await office.holds(other);
    const { id } = await handledByAll();
    await office.pass(24.1);
    await office.pass(48);
    expect(await office.passedOn(id)).toEqual([{ to: 'another-site', personIds: [other.personId] }, { to: 'same-site', personIds: [lead.personId] }]);
    expect((await office.told(id)).some(({ type }) => type === 'followups.complaint-follow-up-escalated.v1')).toBe(true);
    expect(await office.outcome(lead, id, 'satisfied')).toMatchObject({ state: 'satisfied' });
    expect(office.warnings).toEqual([]);
  });

  it('is passed on when whoever was left goes, at whatever time', async () => {
    const last = await office.holds(office.principal('director'));
    const { id } = await handledByAll();
    expect(await office.passedOn(id)).toEqual([]);
    await office.database.query('DELETE FROM office_role WHERE person_id = $1', [last.personId]);
    await office.pass(24.1);
    expect(await office.passedOn(id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
  });

  it('is looked at every day until it is over, and left with whoever has it in hand', async () => {
    const last = await office.holds(office.principal('director'));
    const { id } = await handledByAll();
    for (let i = 0; i < 5; i += 1) await office.pass(24.1);
    await office.database.query('DELETE FROM office_role WHERE person_id = $1', [last.personId]);
    await office.pass(24.1);
    expect(await office.passedOn(id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
    const asked = await office.closed(theft);
    await office.outcome(company, asked.id, 'satisfied');
    await office.pass(48);
    expect(await office.database.query(`SELECT 1 FROM timer WHERE aggregate_id = $1 AND kind = 'follow-up-second-person' AND status = 'set'`, [asked.id])).toEqual([]);
  });

  const closeAccountOf = (who: Principal) => office.database.query('INSERT INTO office_account (id, person_id, closed) VALUES ($1, $2, true)', [newId(), who.personId]);
  /** Asked in place of somebody, in this order. */
  const deputise = (from: Principal, to: Principal, order = 1, kind = 'approvals') =>
    office.database.query(`INSERT INTO office_deputy (id, kind, from_person_id, to_person_id, deputy, from_at) VALUES ($1, $5, $2, $3, $4, '2020-01-01')`, [newId(), from.personId, to.personId, order, kind]);

  it('is not left with a director whose account is closed, here or on another site', async () => {
    await closeAccountOf(await office.holds(office.principal('director')));
    await closeAccountOf(await office.holds(other));
    const { id } = await handledByAll();
    expect(await office.passedOn(id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
  });

  it('is not given to somebody of the site whose account is closed', async () => {
    await closeAccountOf(lead);
    const agent = await office.holds(office.principal('desk'));
    const { id } = await handledByAll();
    expect(await office.passedOn(id)).toEqual([{ to: 'same-site', personIds: [agent.personId] }]);
  });

  it('stays with a director whose first deputy left and whose second is there', async () => {
    const [last, gone, second] = [await office.holds(office.principal('director')), office.principal('clerk'), office.principal('clerk')];
    await closeAccountOf(gone);
    await closeAccountOf(last);
    await deputise(last, gone, 1);
    const passed = await handledByAll();
    expect(await office.passedOn(passed.id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
    await deputise(last, second, 2);
    const { id } = await handledByAll();
    expect(await office.passedOn(id)).toEqual([]);
  });

  it('is not given to the deputy of somebody who handled it, who would do it for them', async () => {
    const [handling, deputy] = [await office.holds(office.principal('desk-lead')), office.principal('clerk')];
    await deputise(handling, deputy, 1, 'duty');
    const { id } = await office.closed({ ...theft, handlerIds: [director.personId, company.personId, handling.personId] });
    expect(await office.passedOn(id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
  });

  const isAway = (who: Principal) => office.database.query(`INSERT INTO office_absence (id, person_id, from_at) VALUES ($1, $2, '2020-01-01')`, [newId(), who.personId]);
  /** Of the other director, whatever they are themselves. */
  const standingInFor = (from: Principal, of: Principal): Principal => ({ ...of, deputyships: [{ forPersonId: from.personId, kind: 'approvals', roles: from.roles }] });

  it.each([
    ['a clerk here', () => office.principal('clerk')],
    ['a lead of the desk there', () => office.principal('desk-lead', { roles: [{ role: 'desk-lead', siteId: other.roles[0]!.siteId }] })],
  ])('is passed on to the deputy of an other director who is away, who does it for them: %s', async (_, holding) => {
    await isAway(await office.holds(other));
    const clerk = await office.holds(holding());
    await deputise(other, clerk);
    const { id } = await handledByAll();
    expect(await office.passedOn(id)).toEqual([{ to: 'another-site', personIds: [clerk.personId] }]);
    const deputy = standingInFor(other, clerk);
    await expect(office.outcome(clerk, id, 'satisfied')).rejects.toMatchObject({ code: expect.stringMatching(/follow-up-unknown|directors-own|role-may-not/) });
    expect((await office.read.page(deputy, { limit: 10 })).items.map((each) => each.id)).toEqual([id]);
    expect(await office.outcome(deputy, id, 'satisfied')).toMatchObject({ state: 'satisfied' });
    expect((await office.told(id)).find(({ type }) => type.endsWith('completed.v1'))).toMatchObject({ actor_id: clerk.personId, actor_role: 'director', actor_for: other.personId });
    expect(await office.read.one(deputy, id)).toBeUndefined();
  });

  it('is not passed on to a deputy elsewhere who had a part in it, but to the next', async () => {
    await isAway(await office.holds(other));
    const [handling, second] = [office.handler, office.principal('clerk')];
    await deputise(other, handling, 1);
    const passed = await office.closed({ ...theft, handlerIds: [director.personId, company.personId, handling.personId] });
    expect(await office.passedOn(passed.id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
    await deputise(other, second, 2);
    const { id } = await office.closed({ ...theft, handlerIds: [director.personId, company.personId, handling.personId] });
    expect(await office.passedOn(id)).toEqual([{ to: 'another-site', personIds: [second.personId] }]);
  });

  it('is left with the other director who did not reach anybody, until they do', async () => {
    await office.holds(other);
    const { id } = await handledByAll();
    expect(await office.outcome(other, id, 'unreachable')).toMatchObject({ state: 'due', takenBy: null });
    await office.pass(24.1);
    await office.pass(24.1);
    expect(await office.passedOn(id)).toEqual([{ to: 'another-site', personIds: [other.personId] }]);
    expect(await office.outcome(other, id, 'satisfied')).toMatchObject({ state: 'satisfied' });
  });

  it('goes on from an other director who did not try, whoever tried before them', async () => {
    const last = await office.holds(office.principal('director'));
    await office.holds(other);
    const { id } = await handledByAll();
    await office.outcome(last, id, 'unreachable');
    await closeAccountOf(last);
    await office.pass(24.1);
    await office.pass(24.1);
    expect(await office.passedOn(id)).toEqual([{ to: 'another-site', personIds: [other.personId] }, { to: 'same-site', personIds: [lead.personId] }]);
  });

  const endRolesOf = (who: Principal) => office.database.query('DELETE FROM office_role WHERE person_id = $1', [who.personId]);
  it.each([
    ['had it in hand and left', () => office.take(other, followUpId), closeAccountOf],
    ['had it in hand and is director nowhere any more', () => office.take(other, followUpId), endRolesOf],
    ['reached nobody and left', () => office.outcome(other, followUpId, 'unreachable'), closeAccountOf],
  ])('goes on from an other director who %s, also to the desk', async (_, did, goes) => {
    await office.database.query('DELETE FROM office_role WHERE role = $1', ['desk-lead']);
    const agent = await office.holds(office.principal('desk'));
    await office.holds(other);
    followUpId = (await handledByAll()).id;
    await did();
    await goes(other);
    await office.pass(24.1);
    await office.pass(24.1);
    expect(await office.passedOn(followUpId)).toMatchObject([{ to: 'another-site' }, { to: 'same-site', personIds: [agent.personId] }]);
    expect(await office.outcome(agent, followUpId, 'satisfied')).toMatchObject({ state: 'satisfied' });
  });

  it('goes on from a director of the site who had it in hand and left', async () => {
    const last = await office.holds(office.principal('director'));
    const { id } = await handledByAll();
    await office.take(last, id);
    await office.pass(24.1);
    expect(await office.passedOn(id)).toEqual([]);
    await closeAccountOf(last);
    await office.pass(24.1);
    expect(await office.passedOn(id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
  });

  it.each([
    ['it is over', async (id: string) => void (await office.outcome(other, id, 'satisfied'))],
    ['nobody was reached', async (id: string) => {
      for (let tries = 0; tries < 3; tries += 1) {
        await office.outcome(other, id, 'unreachable');
        await office.pass(24.1);
      }
    }],
    ['a dispute takes it back', async (_: string, complaintId: string) => office.disputed(complaintId)],
    ['it is passed on to the site', async () => office.pass(24.1)],
  ])('is the other director’s to read until %s', async (_, happens) => {
    await office.holds(other);
    const { id, complaintId } = await handledByAll();
    expect(await office.read.one(other, id)).toBeDefined();
    await happens(id, complaintId);
    expect(await office.read.one(other, id)).toBeUndefined();
    await expect(office.outcome(other, id, 'satisfied')).rejects.toMatchObject({ code: 'follow-up-unknown' });
  });

  it.each(['desk', 'desk-lead', 'duty-officer'] as const)('is done as director by whom it was passed on to, who is %s here as well', async (role) => {
    other.roles.unshift({ role, siteId: office.siteId });
    await office.holds(other);
    const { id } = await handledByAll();
    expect(await office.outcome(other, id, 'satisfied')).toMatchObject({ state: 'satisfied' });
    expect((await office.told(id)).find(({ type }) => type.endsWith('completed.v1'))).toMatchObject({ actor_role: 'director' });
  });

  it('is done in their own name by whom it was passed on to, who is the deputy of the director here as well', async () => {
    await office.holds(other);
    const { id } = await handledByAll();
    const deputy = { ...other, deputyships: [{ forPersonId: director.personId, kind: 'duty' as const, roles: director.roles }] };
    expect(await office.outcome(deputy, id, 'satisfied')).toMatchObject({ state: 'satisfied' });
  });

  it('is no other director’s, who has a lesser role here', async () => {
    await office.holds(other);
    const { id } = await handledByAll();
    const late = office.principal('desk-lead');
    late.roles.push({ role: 'director', siteId: newId() });
    await expect(office.outcome(late, id, 'satisfied')).rejects.toMatchObject({ code: 'directors-own' });
  });
});
