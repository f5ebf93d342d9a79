import { newId } from '@property-office/kernel';
import { china, ToyJobs } from './toy-jobs.fixture';

const at = (time: string, day = '2025-10-15'): string => `${day} ${time}`;
const nobody = ['responsible: nobody'];

describe('whom an escalation goes to (G1, G5)', () => {
  let jobs: ToyJobs;
  let lead: string;
  let director: string;

  beforeEach(async () => {
    jobs = await ToyJobs.open(at('10:00'));
    lead = await jobs.holds('crew-lead');
    director = await jobs.holds('director');
  });
  afterEach(() => jobs.close());

  const standsIn = (kind: 'approvals' | 'duty', from: string, to: string, order = 1) =>
    jobs.row('office_deputy', { id: newId(), kind, from_person_id: from, to_person_id: to, deputy: order, from_at: china(at('00:00')) });
  const isAway = (personId: string) => jobs.row('office_absence', { id: newId(), person_id: personId, from_at: china(at('00:00')) });

  it('asks the one of the duty plan, and the deputy of who is away', async () => {
    const holder = await jobs.holds('duty-officer');
    const planned = newId();
    const deputy = newId();
    const span = { from_at: china(at('00:00')), until_at: china(at('00:00', '2025-10-16')) };
    await jobs.row('office_duty', { id: newId(), person_id: planned, role: 'duty-officer', site_id: jobs.siteId, ...span });
    await jobs.row('office_absence', { id: newId(), person_id: planned, ...span });
    await jobs.row('office_absence', { id: newId(), person_id: director, ...span });
    await jobs.row('office_deputy', { id: newId(), kind: 'duty', from_person_id: planned, to_person_id: deputy, deputy: 1, ...span });
    await jobs.starts('P0', at('20:00'));
    await jobs.until(at('21:30'));
    expect(jobs.levels('answer').join()).not.toContain(holder);
    expect(jobs.levels('answer')).toEqual([...nobody, `lead: ${lead}`, `office: ${deputy}`, 'director: nobody', 'company: nobody']);
    expect(jobs.told.find(({ level }) => level === 'office')!.told).toEqual([{ personId: deputy, forPersonId: planned }]);
  });

  it('goes to the first deputy of the director who is away, then the second, then the company; duty given away is another matter (G1)', async () => {
    const [officer, first, second, company] = [newId(), newId(), newId(), await jobs.holds('company', null)];
    await standsIn('duty', director, officer);
    await standsIn('approvals', director, second, 2);
    await standsIn('approvals', director, first, 1);
    let hour = 10;
    const told = async () => {
      const job = await jobs.starts('P1', at(`${hour}:00`));
      await jobs.until(at(`${(hour += 3)}:00`));
      return jobs.levels('answer', job).slice(3);
    };
    expect(await told()).toEqual([`director: ${director}`, `company: ${company}`]);
    await isAway(director);
    expect(await told()).toEqual([`director: ${first}`, `company: ${company}`]);
    expect(jobs.told.find(({ level, told: [who] }) => level === 'director' && who!.forPersonId)).toMatchObject({ told: [{ personId: first, forPersonId: director }] });
    await isAway(first);
    expect(await told()).toEqual([`director: ${second}`, `company: ${company}`]);
    await isAway(second);
    expect(await told()).toEqual(['director: nobody', `company: ${company}`]);
  });

  it('skips and records a level that only somebody holds who has left, and asks the next (G6)', async () => {
    const company = await jobs.holds('company', null);
    await jobs.row('office_account', { id: newId(), person_id: director, closed: true });
    await jobs.starts('P1', at('10:00'));
    await jobs.until(at('12:30'));
    expect(jobs.levels('answer')).toEqual([...nobody, `lead: ${lead}`, 'office: nobody', 'director: nobody', `company: ${company}`]);
    // Whoever comes back has another account.
    await jobs.row('office_account', { id: newId(), person_id: director, closed: false });
    const job = await jobs.starts('P1', at('12:30'));
    await jobs.until(at('15:00'));
    expect(jobs.levels('answer', job)).toContain(`director: ${director}`);
  });

  it('reminds nobody who was responsible and has left (G6)', async () => {
    const technician = newId();
    const job = await jobs.starts('P1', at('10:00'));
    jobs.takenBy.set(job, technician);
    await jobs.row('office_account', { id: newId(), person_id: technician, closed: true });
    await jobs.until(at('10:15'));
    expect(jobs.levels('answer').slice(0, 2)).toEqual([...nobody, `lead: ${lead}`]);
  });

  it.each(['approvals', 'duty'] as const)('passes over who may not hear of it, and their deputy for %s, as if nobody were on duty', async (kind) => {
    await standsIn(kind, director, newId());
    await isAway(director);
    jobs.barred.add(director);
    await jobs.starts('P1', at('10:00'));
    await jobs.until(at('12:30'));
    expect(jobs.levels('answer')).toEqual([...nobody, `lead: ${lead}`, 'office: nobody', 'director: nobody', 'company: nobody']);
    await standsIn('duty', lead, newId());
    jobs.barred.add(lead);
    const job = await jobs.starts('P1', at('12:30'));
    await jobs.until(at('12:45'));
    expect(jobs.levels('answer', job).slice(0, 2)).toEqual([...nobody, 'lead: nobody']);
  });

  it('asks the person themselves where their deputy may not hear of it', async () => {
    const deputy = newId();
    await standsIn('duty', lead, deputy);
    jobs.barred.add(deputy);
    await jobs.starts('P1', at('10:00'));
    await jobs.until(at('12:30'));
    expect(jobs.levels('answer')).toContain(`lead: ${lead}`);
    expect(jobs.told.flatMap(({ told }) => told).some(({ personId }) => personId === deputy)).toBe(false);
  });

  it('asks the second deputy where the first may not hear of it', async () => {
    const [first, second] = [newId(), newId()];
    await standsIn('approvals', director, first, 1);
    await standsIn('approvals', director, second, 2);
    await isAway(director);
    jobs.barred.add(first);
    await jobs.starts('P1', at('10:00'));
    await jobs.until(at('12:30'));
    expect(jobs.levels('answer')).toContain(`director: ${second}`);
  });

  it('asks for whoever answers for it those who may do what was promised: by a deputy for duty, or while they are away for approvals', async () => {
    const [technician, onDuty, approving] = [newId(), newId(), newId()];
    await standsIn('duty', technician, onDuty);
    await standsIn('approvals', technician, approving);
    const job = await jobs.starts('P1', at('10:00'));
    jobs.takenBy.set(job, technician);
    await jobs.until(at('10:15'));
    expect(jobs.levels('answer')).toEqual([`responsible: ${onDuty}`]);
    await isAway(onDuty);
    await isAway(technician);
    await jobs.until(at('10:30'));
    expect(jobs.levels('on-site')).toEqual([`responsible: ${approving}`]);
  });
});
