import type { LivingFileSubject, Principal } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import type { Told } from '@property-office/service-testing';
import { ArchivesUnderTest } from './archives.fixture';
import { shippedPapers } from './domain/required-papers';
import { LivingOffice } from './living-office.fixture';

let archives: ArchivesUnderTest;
let office: LivingOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => void (office = await new LivingOffice(archives).open()));

const registration = { subject: 'device', paper: 'use-registration', nameZh: '特种设备使用登记证', nameEn: 'registration of use', equipment: ['lift', 'escalator'] };
const codes = (subject: LivingFileSubject): string[] => shippedPapers[subject].map(({ paper }) => paper);

async function list(subject: LivingFileSubject, who = office.clerk): Promise<Told['body']> {
  const { body } = await archives.ask(`GET /api/completeness-lists/${office.siteId}`, who);
  return body.items.find((each: { subject: string }) => each.subject === subject);
}
const papersOf = async (subject: LivingFileSubject): Promise<string[]> => (await list(subject)).papers.map(({ paper }: { paper: string }) => paper);

function turn(verb: 'set-paper' | 'retire-paper', body: object, version: number | undefined, who: Principal = office.clerk): Promise<Told> {
  return archives.ask(`POST /api/completeness-lists/${office.siteId}/${verb}`, who, body, version === undefined ? {} : { 'if-match': `"${version}"` });
}

/** As the list of its kind stands. */
async function changes(verb: 'set-paper' | 'retire-paper', body: { subject: string } & Record<string, unknown>): Promise<Told['body']> {
  return office.done(turn(verb, body, (await list(body.subject as LivingFileSubject)).version));
}
const sets = (more: object = {}): Promise<Told['body']> => changes('set-paper', { ...registration, ...more });
const retires = (paper: string, subject: LivingFileSubject = 'device'): Promise<Told['body']> => changes('retire-paper', { subject, paper, reason: '由维保单位保存' });

describe('an office sets what belongs into its living files (W4.1)', () => {
  it('from what is shipped on: a paper for some kinds of equipment is lacking in their files at once, and in no others', async () => {
    const [lift, pump, home] = [await office.device('lift'), await office.device('pump'), await office.home()];
    expect([await papersOf('home'), await papersOf('device'), (await list('device')).version]).toEqual([codes('home'), codes('device'), 0]);
    const { status, body } = await turn('set-paper', registration, 0);
    expect([status, body]).toMatchObject([200, { subject: 'device', version: 1, changes: [{ version: 1, required: true, reason: null, setBy: office.clerk.personId, setFor: null, equipment: ['lift', 'escalator'] }] }]);
    expect(body.papers.at(-1)).toEqual({ paper: 'use-registration', nameZh: '特种设备使用登记证', nameEn: 'registration of use', perOwner: false, equipment: ['lift', 'escalator'] });
    expect([await office.gapsOf(lift.file), await office.gapsOf(pump.file), await office.gapsOf(home.file)]).toEqual([[...codes('device'), 'use-registration'], codes('device'), codes('home')]);
    expect((await archives.ask(`GET /api/archive-settings?siteId=${office.siteId}`, office.head)).body.requiredPapers.at(-1)).toEqual({ ...body.papers.at(-1), subject: 'device' });
    const [event] = await archives.events(derivedId('completeness-list', office.siteId, 'device'));
    expect(event).toMatchObject({ type: 'archives.required-paper-set.v1', version: 1, data: { ...registration, perOwner: false } });

    expect((await office.put(pump.file, { paper: 'use-registration' })).body).toMatchObject({ status: 400, code: 'paper-kind-unknown' });
    await office.done(office.put(lift.file, { paper: 'use-registration' }));
    expect(await office.gapsOf(lift.file)).toEqual(codes('device'));
  });

  it('a name is changed, and for which kinds it is wanted; what changes nothing is no version', async () => {
    const [lift, pump] = [await office.device('lift'), await office.device('pump')];
    await sets();
    expect((await sets({ nameZh: '使用登记证' })).version).toBe(2);
    expect((await sets({ nameZh: '使用登记证', equipment: ['escalator', 'lift'] })).version).toBe(2);
    const { gaps } = (await archives.ask(`GET /api/living-files/${lift.file}`, office.clerk)).body;
    expect(gaps.at(-1)).toEqual({ paper: 'use-registration', nameZh: '使用登记证', nameEn: 'registration of use' });
    expect((await sets({ equipment: undefined })).papers.at(-1)).toMatchObject({ nameZh: '特种设备使用登记证', equipment: null });
    expect(await office.gapsOf(pump.file)).toContain('use-registration');
    await sets({ paper: 'manual', equipment: ['pump'] });
    expect([await office.gapsOf(lift.file), await office.gapsOf(pump.file)].map((gaps_) => gaps_.includes('manual'))).toEqual([false, true]);
    expect((await list('device')).changes.map(({ version, nameZh }: Record<string, unknown>) => [version, nameZh])).toEqual([[4, '特种设备使用登记证'], [3, '特种设备使用登记证'], [2, '使用登记证'], [1, '特种设备使用登记证']]);
  });

  it('one is retired, with a reason, and comes back: what was filed as it counts again', async () => {
    const { file } = await office.device();
    await office.done(office.put(file, { paper: 'manual' }));
    const retired = await retires('manual');
    expect(retired.changes[0]).toMatchObject({ paper: 'manual', required: false, reason: '由维保单位保存' });
    expect(retired.papers.map(({ paper }: { paper: string }) => paper)).toEqual(codes('device').filter((paper) => paper !== 'manual'));
    expect((await archives.events(derivedId('completeness-list', office.siteId, 'device'))).at(-1)).toMatchObject({ type: 'archives.required-paper-retired.v1', data: { subject: 'device', paper: 'manual' } });
    expect((await office.put(file, { paper: 'manual' })).body).toMatchObject({ code: 'paper-kind-unknown' });
    expect((await turn('retire-paper', { subject: 'device', paper: 'manual', reason: '重复' }, 1)).body).toMatchObject({ status: 409, code: 'paper-retired' });
    await changes('set-paper', { subject: 'device', paper: 'manual', nameZh: '使用维护说明书', nameEn: 'manual' });
    expect([await papersOf('device'), await office.gapsOf(file)]).toEqual([codes('device'), codes('device').filter((paper) => paper !== 'manual')]);
  });

  it('of homes: once, or anew of each owner, which stays as it was; what is retired stays with its home', async () => {
    const { place, file } = await office.home();
    await changes('set-paper', { subject: 'home', paper: 'decoration-permit', nameZh: '装修许可', nameEn: 'permit to renovate', perOwner: true });
    await office.owned(place, -2_000, null);
    for (const paper of ['handover', 'decoration-permit']) await office.putBefore(file, 3, { paper });
    expect(await office.gapsOf(file)).toEqual(codes('home').filter((paper) => paper !== 'handover'));
    expect((await changes('set-paper', { subject: 'home', paper: 'decoration-permit', nameZh: '装修许可证', nameEn: 'permit to renovate' })).papers.at(-1)).toMatchObject({ perOwner: true });
    await retires('handover', 'home');
    const [tie] = await archives.rows<{ id: string }>('SELECT tie_id AS id FROM ownership WHERE home_id = $1', [place]);
    await office.owned(place, -2_000, -1, tie!.id);
    await office.owned(place, -1, null);
    expect(await office.gapsOf(file)).toEqual([...codes('home').filter((paper) => paper !== 'handover'), 'decoration-permit']);
    await office.close(file);
    const { entries } = (await archives.ask(`GET /api/living-files/${file}`, office.clerk)).body;
    expect(entries.map(({ paper, volume }: Record<string, unknown>) => [paper, volume])).toEqual([['decoration-permit', 1], ['handover', null]]);
  });

  it('what was closed lacks what it lacked then, unless it comes back or the device is in service again', async () => {
    const { place, file } = await office.device('lift', '2026-03-31');
    await office.done(office.put(file, { paper: 'certificate' }));
    await sets();
    await office.close(file);
    const then = [...codes('device').filter((paper) => paper !== 'certificate'), 'use-registration'];
    await retires('use-registration');
    await retires('manual');
    await sets({ paper: 'scrap-note', equipment: undefined });
    expect(await office.gapsOf(file)).toEqual(then);
    await office.done(office.put(file, { paper: 'manual' }));
    expect((await office.put(file, { paper: 'scrap-note' })).body).toMatchObject({ code: 'paper-kind-unknown' });
    expect(await office.gapsOf(file)).toEqual(then.filter((paper) => paper !== 'manual'));
    const lacking = async (paper: string): Promise<boolean> => (await archives.ask(`GET /api/living-files?siteId=${office.siteId}&gaps=true`, office.clerk)).body.items[0].gaps.some((gap: { paper: string }) => gap.paper === paper);
    expect([await lacking('use-registration'), await lacking('scrap-note')]).toEqual([true, false]);

    await office.onProposal(await office.proposalOf(file), 'return', { reason: '停用日期有误' }, office.director);
    const today = [...codes('device').filter((paper) => !['certificate', 'manual'].includes(paper)), 'scrap-note'];
    expect(await office.gapsOf(file)).toEqual(today);
    await office.onProposal(await office.proposalOf(file), 'propose-again', { remarks: '无误' });
    expect(await office.gapsOf(file)).toEqual(then.filter((paper) => paper !== 'manual'));
    await office.isDevice(place, 'lift', null);
    expect(await office.gapsOf(file)).toEqual(today);
  });

  it('what is ended again is judged by the list of its last closing, and a closing that is entered late by the list of then', async () => {
    const { place, file } = await office.device('lift', '2026-03-31');
    await office.done(office.put(file, { title: '合格证' }));
    await office.close(file);
    await office.isDevice(place, 'lift', null);
    await sets();
    await office.isDevice(place, 'lift', '2026-04-30');
    expect(await office.gapsOf(file)).toContain('use-registration');
    await office.done(office.put(file, { title: '报废单' }));
    await archives.later(3 * 3_600);
    await office.done(archives.ask(`POST /api/living-files/${file}/close`, office.clerk, { happenedAt: await office.inHours(-1), lateReason: '补录' }));
    await archives.later(60);
    await retires('use-registration');
    expect(await office.gapsOf(file)).toContain('use-registration');

    const late = await office.device('lift', '2026-03-31');
    await office.done(office.put(late.file, { title: '合格证' }));
    await archives.later(3 * 3_600);
    await sets({ paper: 'scrap-note' });
    await office.done(archives.ask(`POST /api/living-files/${late.file}/close`, office.clerk, { happenedAt: await office.inHours(-1), lateReason: '补录' }));
    expect(await office.gapsOf(late.file)).toContain('scrap-note');
  });

  it('what is handed over lacks what it lacked then, too', async () => {
    const { file } = await office.device();
    // By a list that is none.
    await archives.admin.query('SET session_replication_role = replica');
    await archives.admin.query('INSERT INTO handed_over (item_id, hand_over_id, happened_at) VALUES ($1, gen_random_uuid(), platform.now())', [file]);
    await archives.admin.query('RESET session_replication_role');
    await sets();
    expect(await office.gapsOf(file)).toEqual(codes('device'));
  });

  it('by whoever keeps the records, who has read the list as it stands; each change stays', async () => {
    expect((await turn('set-paper', registration, undefined)).body).toMatchObject({ status: 428, code: 'match-required' });
    for (const who of [office.head, office.company, new LivingOffice(archives).clerk]) expect((await turn('set-paper', registration, 0, who)).status).toBe(403);
    expect((await list('device', office.head)).version).toBe(0);
    const both = await Promise.all([turn('set-paper', registration, 0), turn('set-paper', { ...registration, nameEn: 'use' }, 0, office.director)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect((await turn('retire-paper', { subject: 'device', paper: 'manual', reason: '重复' }, 0)).body).toMatchObject({ status: 412, code: 'stale' });
    for (const sql of ['UPDATE required_paper_version SET name_zh = name_zh', 'DELETE FROM required_paper_version']) await expect(archives.rows(sql)).rejects.toThrow(/permission denied/);
    expect((await archives.ask(`GET /api/completeness-lists/${office.siteId}`, office.technician)).status).toBe(403);
  });

  it.each([
    ['set-paper', { paper: 'repair' }, 'paper-code-wrong', '/paper'],
    ['set-paper', { paper: 'Use' }, 'paper-code-wrong', '/paper'],
    ['set-paper', { perOwner: true }, 'per-owner-wrong', '/perOwner'],
    ['set-paper', { subject: 'home' }, 'equipment-of-home', '/equipment'],
    ['set-paper', { subject: 'home', paper: 'covenant', equipment: undefined, perOwner: false }, 'per-owner-wrong', '/perOwner'],
    ['set-paper', { equipment: [] }, 'invalid-fields', '/equipment'],
    ['set-paper', { nameEn: ' ' }, 'invalid-fields', '/nameEn'],
    ['retire-paper', { paper: 'nonsense' }, 'paper-kind-unknown', '/paper'],
    ['retire-paper', { reason: '' }, 'invalid-fields', '/reason'],
  ] as const)('%s with %j is refused as %s', async (verb, more, code, pointer) => {
    const { subject, paper, ...rest } = registration;
    const { status, body } = await turn(verb, { subject, paper, ...(verb === 'set-paper' ? rest : { reason: '重复' }), ...more }, 0);
    expect([status, body]).toMatchObject([400, { code, errors: [{ pointer }] }]);
    expect([(await list('home')).version, (await list('device')).version]).toEqual([0, 0]);
  });
});
