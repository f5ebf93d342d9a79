import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startS3Receiver, waitFor, type S3Asked, type S3Receiver, type S3Trouble } from '@property-office/testing';
import { siteOf } from '../support/contacts';
import type { Problem } from '../support/http';
import { Office } from '../support/office';
import { accepted, report, repairsPath } from '../support/repairs';
import type { Session } from '../support/session';
import { pdfOf, upload } from '../support/uploads';
import type { RepairView } from '../support/views';

const startMs = 240_000;
const caseMs = 300_000;

interface RecordView {
  id: string;
  archiveNumber: string;
  files: Array<{ sha256: string; quarantined: boolean; lastWholeAt: string | null }>;
}

let s3: S3Receiver;
let office: Office;
let resident: Session;
let clerk: Session;
const photo = pdfOf(70_000);
const contract = pdfOf(300_000);

beforeAll(async () => {
  s3 = await startS3Receiver();
  // The picture of the demonstration lies there from its first start on, too.
  office = await Office.start({ deployment: 'all-in-one', firstStart: true, env: s3.env });
  [resident, clerk] = [await office.as('resident'), await office.as('clerk')];
  await office.comeToRest();
}, startMs);
afterAll(async () => {
  await office?.stop();
  await s3?.stop();
}, startMs);

/** What the key of a backup that runs by itself may do: GetObject and ListBucket (deploy/README.md). */
const readsAlone = ({ method, query }: S3Asked): S3Trouble | undefined => (/^(?:GET|HEAD)$/.test(method) && !query.has('versioning') ? undefined : { status: 403, code: 'AccessDenied' });

const data = (...names: string[]): string => join(office.folder, 'office', ...names);
const nameOf = (bytes: Buffer): string => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return `${sha256.slice(0, 2)}/${sha256}`;
};
const ops = async (...args: string[]): Promise<string> => {
  const done = await office.ops(...args);
  expect(done).toMatchObject({ code: 0 });
  return done.out;
};
let repair: RepairView;
let record: RecordView;

it('W1.1: what is attached lies in the bucket and nowhere else, and is handed out from there', async () => {
  const attached = accepted(await upload(resident, photo, '漏水.pdf'), 201);
  repair = await report(resident, { attachmentIds: [attached.id] });
  const file = accepted(await upload(clerk, contract, '合同.pdf'), 201);
  const said = { siteId: siteOf(clerk), category: 'HT', office: 'GCB', retention: 'D30', title: '电梯维保合同', responsibleParty: '物业管理处', datedAt: '2026-03-05T02:00:00Z' };
  record = accepted(await clerk.post<RecordView>('/api/records', { ...said, attachmentIds: [file.id] }), 201);
  expect([photo, contract].map((bytes) => s3.read(nameOf(bytes))?.equals(bytes))).toEqual([true, true]);
  expect(readdirSync(data('files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toEqual([]);
  const { url } = accepted(await clerk.get<{ url: string }>(`/api/records/${record.id}/file?position=1`), 200);
  expect((await office.nobody().get(url)).text).toBe(contract.toString());
});

it(
  'W4.2: bytes that rot in the bucket are found, handed to nobody, and restored from the backup',
  async () => {
    const fileOf = async () => accepted(await clerk.get<RecordView>(`/api/records/${record.id}`), 200).files[0]!;
    await waitFor(async () => (await fileOf()).lastWholeAt !== null, { what: 'the file to be looked at' });
    await office.comeToRest();
    s3.trouble = readsAlone;
    await ops('backup', '--verify');
    s3.trouble = undefined;
    const rotten = Buffer.from(contract);
    rotten[200_000]! ^= 1;
    s3.write(nameOf(contract), rotten);
    await ops('fixity', 'check');
    await waitFor(async () => (await fileOf()).quarantined, { what: 'the file to be quarantined' });
    expect((await clerk.get<Problem>(`/api/records/${record.id}/file?position=1`)).body).toMatchObject({ status: 409, code: 'file-quarantined' });
    // At rest there is nothing more to wait for: it is the damage that it finds.
    await office.comeToRest();
    expect((await office.verify(1)).flatMap(({ broken }) => broken)).toEqual([expect.stringContaining('has bytes that are damaged')]);
    await ops('fixity', 'restore');
    await waitFor(async () => !(await fileOf()).quarantined, { what: 'the file to be served' });
    expect(s3.read(nameOf(contract))!.equals(contract)).toBe(true);
  },
  caseMs,
);

it(
  'W1.3: database and bucket are wiped, and restored it is the same office',
  async () => {
    await office.close();
    for (const name of readdirSync(data())) if (!['secrets', 'destruction-register'].includes(name)) rmSync(data(name), { recursive: true });
    for (const name of s3.names()) s3.remove(name);
    s3.trouble = () => ({ status: 403, code: 'AccessDenied' });
    expect(await office.ops('restore')).toMatchObject({ code: 2, errors: expect.stringContaining('attachments cannot be reached: S3 GET: 403 AccessDenied') });
    s3.trouble = undefined;
    await ops('restore');
    expect([photo, contract].map((bytes) => s3.read(nameOf(bytes))?.equals(bytes))).toEqual([true, true]);
    await office.open();
    await office.comeToRest();
    expect(await office.verify()).toEqual([]);
    resident = await office.signIn('resident');
    const { attachments } = accepted(await resident.get<RepairView & { attachments: Array<{ url: string }> }>(`${repairsPath}/${repair.id}`), 200);
    expect((await office.nobody().get(attachments[0]!.url)).text).toBe(photo.toString());
    expect(office.log.filter((line) => line.includes('MaxListenersExceededWarning'))).toEqual([]);
  },
  caseMs,
);
