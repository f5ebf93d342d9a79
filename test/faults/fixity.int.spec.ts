import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '@property-office/testing';
import { siteOf } from '../support/contacts';
import type { Problem } from '../support/http';
import { told } from '../support/inbox';
import { Office } from '../support/office';
import { accepted } from '../support/repairs';
import type { Session } from '../support/session';
import { pdfOf, upload } from '../support/uploads';
import type { PageView } from '../support/views';

const startMs = 240_000;
const caseMs = 300_000;

interface RecordView {
  id: string;
  archiveNumber: string;
  files: Array<{ sha256: string; quarantined: boolean; lastWholeAt: string | null }>;
}
interface Opened {
  url: string;
}
interface AlarmView {
  sha256: string;
  archiveNumber: string | null;
  found: string;
  ended: string | null;
}

/** A record of one file, whose bytes lie on the disk. */
interface Kept {
  id: string;
  archiveNumber: string;
  bytes: Buffer;
  sha256: string;
  path: string;
}

let office: Office;
let clerk: Session;
let director: Session;
let operator: Session;
/** Of one of them a byte flips on the disk, the other's file is gone. */
let flipped: Kept;
let gone: Kept;
/** A deed in the living file of a home, of which a byte flips, too: its number is that of the home. */
let deed: Kept;

beforeAll(async () => {
  office = await Office.start({ deployment: 'all-in-one' });
  [clerk, director, operator] = await Promise.all([office.as('clerk'), office.as('director'), office.as('operator')]);
  [flipped, gone, deed] = [await archived(300_000), await archived(200_000), await filed(250_000)];
}, startMs);
afterAll(() => office?.stop(), startMs);

interface Uploaded {
  attachmentIds: string[];
  kept: Pick<Kept, 'bytes' | 'sha256' | 'path'>;
}

async function uploaded(size: number, name: string): Promise<Uploaded> {
  const bytes = pdfOf(size);
  const { id } = accepted(await upload(clerk, bytes, name), 201);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { attachmentIds: [id], kept: { bytes, sha256, path: join(office.folder, 'office', 'files', sha256.slice(0, 2), sha256) } };
}

async function archived(size: number): Promise<Kept> {
  const { attachmentIds, kept } = await uploaded(size, '合同.pdf');
  const said = { siteId: siteOf(clerk), category: 'HT', office: 'GCB', retention: 'D30', title: '电梯维保合同', responsibleParty: '物业管理处', datedAt: '2026-03-05T02:00:00Z' };
  const { id, archiveNumber } = accepted(await clerk.post<RecordView>('/api/records', { ...said, attachmentIds }), 201);
  return { id, archiveNumber, ...kept };
}

async function filed(size: number): Promise<Kept> {
  const { attachmentIds, kept } = await uploaded(size, '产权证明.pdf');
  const [home] = accepted(await clerk.get<PageView<{ id: string; code: string }>>(`/api/living-files?siteId=${siteOf(clerk)}&subject=home&limit=1`), 200).items;
  accepted(await clerk.post(`/api/living-files/${home!.id}/file-paper`, { paper: 'proof-of-ownership', title: '产权证明', attachmentIds }), 200);
  return { id: home!.id, archiveNumber: home!.code, ...kept };
}

function flip({ path }: Kept): void {
  const onDisk = readFileSync(path);
  onDisk[200_000]! ^= 1;
  writeFileSync(path, onDisk);
}

const deedFile = async () => accepted(await clerk.get<{ entries: Array<{ files: RecordView['files'] }> }>(`/api/living-files/${deed.id}`), 200).entries[0]!.files[0]!;
const openDeed = <T = Opened>() => clerk.get<T>(`/api/living-files/${deed.id}/file?item=1&position=1`);

const fileOf = async ({ id }: Kept) => accepted(await clerk.get<RecordView>(`/api/records/${id}`), 200).files[0]!;
const open = <T = Opened>({ id }: Kept) => clerk.get<T>(`/api/records/${id}/file?position=1`);
const alarms = async (who: Session, { sha256 }: Kept) => accepted(await who.get<PageView<AlarmView>>('/api/file-alarms?limit=100'), 200).items.filter((each) => each.sha256 === sha256);
const becomes = (kept: Kept, quarantined: boolean) => waitFor(async () => (await fileOf(kept)).quarantined === quarantined, { what: quarantined ? 'the file to be quarantined' : 'the file to be served' });
const ops = async (code: number, ...args: string[]): Promise<string> => {
  const done = await office.ops('fixity', ...args);
  expect(done).toMatchObject({ code });
  return done.out;
};

it(
  'W4.2: a byte that flips on the disk, of a record or of a deed in a living file, or a file that is gone, is found, told and served by no road, until its own bytes are restored from the backup',
  async () => {
    for (const kept of [flipped, gone]) await waitFor(async () => (await fileOf(kept)).lastWholeAt !== null, { what: 'the files to be looked at' });
    await waitFor(async () => (await deedFile()).lastWholeAt !== null, { what: 'the deed to be looked at' });
    const { url } = accepted(await open(flipped), 200);
    expect((await office.nobody().get(url)).text).toBe(flipped.bytes.toString());
    expect((await office.ops('backup')).code).toBe(0);
    const { lastWholeAt } = await fileOf(flipped);

    const { url: deedUrl } = accepted(await openDeed(), 200);
    for (const kept of [flipped, deed]) flip(kept);
    rmSync(gone.path);
    await ops(0, 'check');
    for (const kept of [flipped, gone]) await becomes(kept, true);
    await waitFor(async () => (await deedFile()).quarantined, { what: 'the deed to be quarantined' });
    for (const [refused, code] of [[await openDeed<Problem>(), 'file-quarantined'], [await office.nobody().get<Problem>(deedUrl), 'content-quarantined']] as const)
      expect([refused.status, refused.body.code]).toEqual([409, code]);
    for (const who of [clerk, director]) expect((await told(who, deed.id, 'living-paper-damaged')).title).toContain(deed.archiveNumber);
    expect((await told(operator, deed.id, 'record-file-to-restore')).title).toContain(deed.sha256.slice(0, 12));
    const refused = await open<Problem>(flipped);
    expect([refused.status, refused.body.code]).toEqual([409, 'file-quarantined']);
    const link = await office.nobody().get<Problem>(url);
    expect([link.status, link.body.code]).toEqual([409, 'content-quarantined']);
    for (const who of [clerk, director]) expect((await told(who, flipped.id, 'record-file-damaged')).title).toContain(flipped.archiveNumber);
    expect((await told(operator, flipped.id, 'record-file-to-restore')).title).toContain(flipped.sha256.slice(0, 12));
    expect(await alarms(operator, flipped)).toEqual([expect.objectContaining({ found: 'damaged', ended: null, archiveNumber: null })]);
    expect(await alarms(clerk, gone)).toEqual([expect.objectContaining({ found: 'missing', ended: null, archiveNumber: gone.archiveNumber })]);
    expect(await ops(1, 'list')).toMatch(new RegExp(`^${flipped.sha256}  damaged since .*, last whole ${lastWholeAt!.slice(0, 13)}.*: record ${flipped.archiveNumber}, file 1$`, 'm'));
    // At rest there is nothing more to wait for: it is the damage that it finds.
    await office.comeToRest();
    const found = (await office.verify(1)).flatMap(({ broken }) => broken);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual(expect.stringContaining(`living file ${deed.archiveNumber}, item 1, file 1 has bytes that are damaged`));
    expect(found).toContainEqual(expect.stringContaining(`record ${flipped.archiveNumber}, file 1 has bytes that are damaged`));

    // Nothing but its own bytes is put in the place of one.
    const copy = join(office.folder, 'backups', 'bytes', gone.sha256.slice(0, 2), gone.sha256);
    writeFileSync(copy, 'something else');
    const restored = await ops(1, 'restore', '--reason', '磁盘坏道', '--by', '王运维');
    expect(restored).toContain(`restored ${flipped.sha256} (record ${flipped.archiveNumber}, file 1)`);
    expect(restored).toContain(`restored ${deed.sha256} (living file ${deed.archiveNumber}, item 1, file 1)`);
    expect(restored).toMatch(new RegExp(`^NOT restored ${gone.sha256}.*: the copy .* has other bytes$`, 'm'));
    await becomes(flipped, false);
    await waitFor(async () => !(await deedFile()).quarantined, { what: 'the deed to be served' });
    expect((await office.nobody().get(accepted(await openDeed(), 200).url)).text).toBe(deed.bytes.toString());
    expect((await fileOf(gone)).quarantined).toBe(true);
    writeFileSync(copy, gone.bytes);
    expect(await ops(0, 'restore', gone.sha256)).toContain(`restored ${gone.sha256}`);
    await becomes(gone, false);

    expect((await office.nobody().get(accepted(await open(flipped), 200).url)).text).toBe(flipped.bytes.toString());
    for (const who of [clerk, director]) await told(who, flipped.id, 'record-file-restored');
    await told(operator, flipped.id, 'record-file-whole-again');
    expect(await alarms(clerk, flipped)).toEqual([expect.objectContaining({ ended: 'restored', archiveNumber: flipped.archiveNumber })]);
    expect(await office.query(`SELECT actor_role AS role, details FROM archives.audit WHERE operation = 'operations.restoreRecordFile' AND object_id = $1`, [flipped.id])).toEqual([
      { role: 'operator', details: { sha256: flipped.sha256, by: '王运维', reason: '磁盘坏道' } },
    ]);
    expect(await office.verify()).toEqual([]);
  },
  caseMs,
);
