import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '@property-office/backup';
import { expectExactlyOnce } from '../support/exactly-once';
import type { LoadReport } from '../support/load';
import { Office } from '../support/office';
import { accepted, act, report, repairsPath, timelineOf } from '../support/repairs';
import type { Session } from '../support/session';
import { underLoad } from '../support/under-load';
import { pdfOf, upload } from '../support/uploads';
import type { RepairView } from '../support/views';

const startMs = 240_000;
const caseMs = 300_000;

let office: Office;
let resident: Session;
let load: LoadReport;
let repair: RepairView;
const photo = pdfOf(70_000);

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

it('W1.3: is restored only where no office runs', async () => {
  expect(await office.ops('restore')).toMatchObject({ code: 2, errors: expect.stringMatching(/the office runs .*stop it first/) });
});

it(
  'W1.3: everything is wiped, and restored it is the same office: by hashes, by counts, and for who works in it',
  async () => {
    await office.close();
    const saved = manifestOf(await office.ops('backup'));
    for (const name of readdirSync(data())) if (name !== 'secrets') rmSync(data(name), { recursive: true });
    renameSync(data('secrets'), join(office.folder, 'kept-apart'));

    const without = await office.ops('restore');
    expect(without).toMatchObject({ code: 2, errors: expect.stringMatching(/key file of fields is not here.*\n.*put the key files back first/s) });
    expect(readdirSync(data())).toEqual([]);
    renameSync(join(office.folder, 'kept-apart'), data('secrets'));

    expect(await office.ops('restore', '--reason', '演练')).toMatchObject({ code: 0, out: expect.stringContaining(`restored backup ${saved.id}`) });
    const again = manifestOf(await office.ops('backup'));
    expect(contentOf(again)).toEqual(contentOf(saved));
    expect(again.files).toEqual(saved.files);
    expect(await office.ops('restore')).toMatchObject({ code: 2, errors: expect.stringMatching(/database is not empty/) });

    await office.open();
    await office.comeToRest();
    expect(await office.verify()).toEqual([]);
    await expectExactlyOnce(office, load);
    expect((await resident.get(`${repairsPath}/${repair.id}`)).status).toBe(401);
    resident = await office.signIn('resident');
    const read = accepted(await resident.get<RepairView & { attachments: Array<{ url: string }> }>(`${repairsPath}/${repair.id}`), 200);
    expect((await office.nobody().get(read.attachments[0]!.url)).text).toBe(photo.toString());
    accepted(await act(resident, repair.id, 'comment', { comment: '恢复之后' }), 200);
    await office.comeToRest();
    expect((await timelineOf(resident, repair.id)).map(({ type }) => type)).toContain('tickets.repair-commented.v1');
    expect((await report(resident)).number).not.toBe(repair.number);
    expect(await office.verify()).toEqual([]);
  },
  caseMs,
);
