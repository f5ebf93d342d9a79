import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '@property-office/backup';
import { waitFor } from '@property-office/testing';
import { Client } from 'pg';
import { siteOf } from '../support/contacts';
import { archivists, oldRecord, readList, witnessedList, type DestructionView, type ListedRecord } from '../support/destructions';
import { expectExactlyOnce } from '../support/exactly-once';
import type { LoadReport } from '../support/load';
import { Office } from '../support/office';
import { beginOps } from '../support/ops';
import { accepted, act, report, repairsPath, timelineOf } from '../support/repairs';
import type { Session } from '../support/session';
import { underLoad } from '../support/under-load';
import { pdfOf, upload } from '../support/uploads';
import type { PageView, RepairView } from '../support/views';

const startMs = 240_000;
const caseMs = 300_000;

let office: Office;
let resident: Session;
let load: LoadReport;
let repair: RepairView;
const photo = pdfOf(70_000);
const scan = pdfOf(41_000);

beforeAll(async () => {
  office = await Office.start({ deployment: 'all-in-one' });
  resident = await office.as('resident');
  const { id } = accepted(await upload(resident, photo, '漏水.pdf'), 201);
  repair = await report(resident, { attachmentIds: [id] });
  await office.comeToRest();
}, startMs);
afterAll(() => office?.stop(), startMs);

const data = (...names: string[]): string => join(office.folder, 'office', ...names);
const manifestOf = ({ out }: { out: string }): Manifest =>
  JSON.parse(readFileSync(join(office.folder, 'backups', /^backup (\w+):/m.exec(out)![1]!, 'manifest.json'), 'utf8')) as Manifest;
/** What restoring itself writes down: who did it, that the streams are to be made again, and that everybody is signed out. */
const writtenByRestoring = /\.(audit\w*|stream_state|relay_leader|session)$/;
/** What a destruction changes in archives and files; all of it announces and is told. */
const untouchedByDestruction = (line: string): boolean =>
  !/^(archives\.(record_state|record_file|record_destruction|destroyed_part|held_text|record_listing|destruction|destruction_register|ledger|outbox_pending)|files\.(attachment|attachment_link|content_fixity|wiped_object|ledger|outbox_pending|timer)) /.test(line);
const certificateOf = (who: Session, id: string): Promise<Buffer> => who.download(`/api/destructions/${id}/certificate`);
const scanOnDisk = (): boolean => {
  const sha256 = createHash('sha256').update(scan).digest('hex');
  return existsSync(data('files', sha256.slice(0, 2), sha256));
};
const contentOf = ({ tables }: Manifest): string[] =>
  tables.map(({ schema, table, rows, sha256 }) => `${schema}.${table} ${rows} ${sha256}`).filter((line) => !writtenByRestoring.test(line.split(' ')[0]!));

it(
  'W1.3: is made while people work, who do not notice, and proved at once',
  async () => {
    load = await underLoad(resident, { perSecond: 20 }, async () => {
      const made = await office.ops('backup', '--verify');
      expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/was restored into a database of its own and is the same/) });
      expect(manifestOf(made)).toMatchObject({ lost: [], files: expect.arrayContaining([expect.objectContaining({ bytes: photo.length })]) });
    });
    expect(load).toMatchObject({ wrong: [], broken: 0 });
    expect((await office.ops('backup', 'list')).out).toMatch(/restored \d{4}-/);
    expect((await office.ops('status')).out).toMatch(/^backup +\w+, as of \S+( s)? ago; restored .* ago$/m);
  },
  caseMs,
);

it(
  'W1.3: one at a time is made, wherever: a second one says who makes one and since when; one that is killed leaves nothing behind',
  async () => {
    // As long as somebody changes a table nobody saves it.
    const holder = new Client({ connectionString: office.databaseUrl });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE followups.follow_up IN ACCESS EXCLUSIVE MODE');
    try {
      const killed = beginOps(['backup'], office.environment());
      const waits = async (): Promise<boolean> => (await office.query(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'property-office backup' AND wait_event_type = 'Lock'`)).length > 0;
      await waitFor(waits, { what: 'the first backup to wait for the table' });
      // Another pod has a folder of its own, as far as it knows.
      const elsewhere = { ...office.environment(), BACKUP_DIR: join(office.folder, 'elsewhere') };
      const inUse = new RegExp(`in use by backup on .+, process ${killed.process.pid}, since \\d{4}-\\S+ \\(connection`);
      for (const command of [['backup'], ['backup', 'verify'], ['fixity', 'restore']])
        expect(await beginOps(command, elsewhere).ended).toMatchObject({ code: 2, out: '', errors: expect.stringMatching(inUse) });
      const second = beginOps(['backup', '--wait'], elsewhere);
      await once(second.process.stdout!, 'data');
      process.kill(killed.process.pid!, 'SIGKILL');
      await killed.ended;
      await holder.query('ROLLBACK');
      expect(await second.ended).toMatchObject({ code: 0, out: expect.stringMatching(/^waits for backup on .+, process \d+, since .+\nbackup \w+: \d+ rows/) });
      // What it left unfinished the next one removes.
      expect(await office.ops('backup', '--verify', '--keep', '1')).toMatchObject({ code: 0, out: expect.stringMatching(/^removed \w+$/m) });
      expect(readdirSync(join(office.folder, 'backups'))).toEqual([expect.stringMatching(/^\d{8}T\w+$/), 'bytes']);
    } finally {
      await holder.end();
    }
  },
  caseMs,
);

it('W1.3: is restored only where no office runs', async () => {
  expect(await office.ops('restore')).toMatchObject({ code: 2, errors: expect.stringMatching(/the office runs .*stop it first/) });
});

it(
  'W1.3: everything is wiped, and restored it is the same office: by hashes, by counts, and for who works in it',
  async () => {
    const people = await archivists(office);
    const record = await oldRecord(people, { title: '2013年维修合同', attachmentIds: [accepted(await upload(people.clerk, scan, '合同.pdf'), 201).id] });
    const list = await witnessedList(people, [record.id]);
    await office.comeToRest();
    await office.close();
    const saved = manifestOf(await office.ops('backup'));
    await office.open();
    accepted(await people.clerk.post(`/api/destructions/${list.id}/carry-out`, {}), 200);
    await waitFor(async () => (await readList(people, list.id)).status === 'certified', { what: 'the certificate' });
    expect(scanOnDisk()).toBe(false);
    // One from before the backup, and that of what was destroyed after it.
    const { items } = accepted(await people.clerk.get<PageView<DestructionView>>(`/api/destructions?siteId=${siteOf(people.clerk)}`), 200);
    const certified = [items.find(({ id, status }) => status === 'certified' && id !== list.id)!.id, list.id];
    const certificates = await Promise.all(certified.map((id) => certificateOf(people.clerk, id)));
    const [listed, status] = await Promise.all([office.ops('backup', 'list'), office.ops('status')]);
    expect(listed.out).toMatch(new RegExp(`^${saved.id} .*  still holds what ${list.number} destroyed$`, 'm'));
    expect(status.out).toMatch(new RegExp(`^destroyed +still in 2 of the backups, until ${saved.id} is removed`, 'm'));
    await office.close();
    const keptApart = ['secrets', 'destruction-register'];
    const loseTheRest = (): void => readdirSync(data()).filter((name) => !keptApart.includes(name)).forEach((name) => rmSync(data(name), { recursive: true }));
    loseTheRest();
    for (const name of keptApart) renameSync(data(name), join(office.folder, name));

    const without = await office.ops('restore');
    expect(without).toMatchObject({ code: 2, errors: expect.stringMatching(/key file of fields is not here.*\n.*put the key files back first/s) });
    expect(readdirSync(data())).toEqual([]);
    renameSync(join(office.folder, 'secrets'), data('secrets'));
    const [lost, register] = [await office.ops('restore'), data('destruction-register', 'archives.log')];
    expect(lost).toMatchObject({ code: 2, errors: expect.stringMatching(/^nothing was restored.*is not there.*\n.*\nput the destruction register back first/) });
    expect(lost.errors).toContain(register);
    expect(readdirSync(data())).toEqual(['secrets']);
    // As by recovery to a point in time: what is destroyed is back, and the register knows of it.
    expect(await office.ops('restore', '--without-register')).toMatchObject({ code: 0, out: expect.stringMatching(/^WITHOUT THE DESTRUCTION REGISTER/m) });
    renameSync(join(office.folder, 'destruction-register'), data('destruction-register'));
    expect(scanOnDisk()).toBe(true);
    expect(await office.ops('destroy-again')).toMatchObject({ code: 0, out: expect.stringMatching(new RegExp(`^destroyed again: ${list.number}, 1 records$`, 'm')) });
    expect(scanOnDisk()).toBe(false);
    loseTheRest();

    const restored = await office.ops('restore', '--reason', '演练');
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining(`restored backup ${saved.id}`) });
    expect(restored.out).toMatch(/^destroyed again: X-\d{8}-\d+, 1 records$/m);
    const again = manifestOf(await office.ops('backup'));
    // What was destroyed after the backup is in neither, and nothing else is another.
    expect(contentOf(again).filter(untouchedByDestruction)).toEqual(contentOf(saved).filter(untouchedByDestruction));
    expect(saved.files.filter(({ path }) => !again.files.some((file) => file.path === path))).toMatchObject([{ bytes: scan.length }]);
    expect(await office.ops('restore')).toMatchObject({ code: 2, errors: expect.stringMatching(/database is not empty/) });

    await office.open();
    await office.comeToRest();
    expect(await office.verify()).toEqual([]);
    await expectExactlyOnce(office, load);
    expect((await resident.get(`${repairsPath}/${repair.id}`)).status).toBe(401);
    resident = await office.signIn('resident');
    const read = accepted(await resident.get<RepairView & { attachments: Array<{ url: string }> }>(`${repairsPath}/${repair.id}`), 200);
    expect((await office.nobody().get(read.attachments[0]!.url)).text).toBe(photo.toString());
    const clerk = await office.signIn('clerk');
    expect(scanOnDisk()).toBe(false);
    const { archiveNumber, proof } = record;
    expect(accepted(await clerk.get<ListedRecord>(`/api/records/${record.id}`), 200)).toMatchObject({ title: '2013年维修合同', archiveNumber, proof, files: [], destroyedAt: expect.any(String) });
    expect(await readList({ ...people, clerk }, list.id)).toMatchObject({ status: 'certified', registerHash: expect.any(String) });
    // The proof of a destruction outlives the tables: by every byte.
    for (const [i, id] of certified.entries()) expect((await certificateOf(clerk, id)).equals(certificates[i]!)).toBe(true);
    accepted(await act(resident, repair.id, 'comment', { comment: '恢复之后' }), 200);
    await office.comeToRest();
    expect((await timelineOf(resident, repair.id)).map(({ type }) => type)).toContain('tickets.repair-commented.v1');
    expect((await report(resident)).number).not.toBe(repair.number);
    expect(await office.verify()).toEqual([]);
  },
  caseMs,
);
