import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@property-office/kernel';
import { maxAttempts } from '@property-office/outbox';
import { platformVariables, readConfiguration } from '@property-office/service-kit';
import { announced } from '@property-office/service-testing';
import { waitFor, type S3Trouble } from '@property-office/testing';
import { FilesUnderTest, somebody } from '../files.fixture';
import { filesSchema } from '../persistence/schema';
import { BlobStore } from './blob-store';
import { openStore } from './open-store';
import { StoreCheck } from './store-check';

const pdf = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`%PDF-1.7\n% ${newId()}\n%%EOF`));
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('while S3 is away', () => {
  let files: FilesUnderTest;

  beforeAll(async () => void (files = await FilesUnderTest.open('s3')));
  afterAll(() => files.close());
  afterEach(() => void (files.s3!.trouble = undefined));

  const away = (): void => void (files.s3!.trouble = () => ({ status: 403, code: 'AccessDenied' }));
  const said = async (answer: Response): Promise<unknown[]> => [answer.status, answer.headers.get('retry-after'), ((await answer.json()) as { code: string }).code];
  const unavailable = [503, '30', 'unavailable'];

  it('nothing is taken in, and whoever comes again under the same key has it once', async () => {
    const [uploader, bytes, headers] = [somebody(), pdf(), { 'idempotency-key': newId() }];
    away();
    await files.leavesNothing(async () => expect(await said(await files.upload(bytes, 'a.pdf', { principal: uploader, headers }))).toEqual(unavailable));
    files.s3!.trouble = undefined;
    const ids = [];
    for (let time = 1; time <= 2; time += 1) {
      const answer = await files.upload(bytes, 'a.pdf', { principal: uploader, headers });
      ids.push(((await answer.json()) as { id: string }).id);
    }
    expect(new Set(ids).size).toBe(1);
  });

  it('nothing is handed out, neither to people nor to archives, and nothing is said to be missing', async () => {
    const id = await files.uploaded(pdf(), somebody());
    away();
    expect(await said(await files.get(files.linkTo(id).url))).toEqual(unavailable);
    expect(await files.bytesOf(id)).toMatchObject({ status: 503 });
    files.s3!.trouble = undefined;
    expect((await files.get(files.linkTo(id).url)).status).toBe(200);
  });

  it('what is to be removed keeps its row until its bytes are gone', async () => {
    const id = await files.uploaded(pdf(), somebody());
    away();
    await expect(files.discard(id)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await files.rows('SELECT 1 FROM attachment WHERE id = $1', [id])).toHaveLength(1);
    files.s3!.trouble = undefined;
    const before = files.stored().length;
    await files.discard(id);
    expect([files.stored().length, await files.rows('SELECT 1 FROM attachment WHERE id = $1', [id])]).toEqual([before - 1, []]);
  });

  it('what was destroyed waits for it, however often it is heard of: it is no dead letter, and is wiped when the store is back (W4.4)', async () => {
    const [record, bytes] = [newId(), pdf()];
    const id = await files.uploaded(bytes, somebody());
    await files.link([id], { type: 'record', id: record });
    const facts = { archiveNumber: 'PM01-WS·2011-D10-KFB-0001', destructionId: newId(), proof: '0'.repeat(64), attachmentIds: [id] };
    const destroyed = announced('archives.record-destroyed.v1', record, newId(), facts);
    away();
    expect(await files.hear(destroyed)).toEqual([{ kind: 'down' }]);
    for (let time = 2; time <= 2 * maxAttempts; time += 1) expect(await files.hearAgain(destroyed)).toEqual([{ kind: 'down' }]);
    expect(await files.rows('SELECT 1 FROM dead_letter')).toEqual([]);
    expect([files.keeps(hashOf(bytes)), await files.events(record)]).toEqual([true, []]);
    files.s3!.trouble = undefined;
    expect(await files.hearAgain(destroyed)).toEqual([{ kind: 'ack' }]);
    expect([files.keeps(hashOf(bytes)), await files.rows('SELECT 1 FROM dead_letter')]).toEqual([false, []]);
    expect(await files.events(record)).toMatchObject([{ type: 'files.contents-wiped.v1', data: { wiped: [hashOf(bytes)] } }]);
  });

  it.each<[string, S3Trouble, string]>([
    ['gives other bytes back than it was given', 'other', 'PUT'],
    ['breaks off while they are read back', 'half', 'GET'],
  ])('of an upload that failed since it %s nothing is left', async (_, what, method) => {
    files.s3!.trouble = (asked) => (asked.method === method && asked.name !== '' ? what : undefined);
    await files.leavesNothing(async () => expect(await said(await files.upload(pdf(), 'a.pdf'))).toEqual(unavailable));
  });

  it('an upload waits in its transaction for one short answer, and leaves nothing where that does not come', async () => {
    let asked = 0;
    files.s3!.trouble = ({ method }) => (method === 'HEAD' && (asked += 1) > 1 ? 'silence' : undefined);
    const began = performance.now();
    await files.leavesNothing(async () => expect(await said(await files.upload(pdf(), 'a.pdf'))).toEqual(unavailable));
    expect([asked, performance.now() - began < 5_000]).toEqual([2, true]);
  });

  it('more uploads than there are connections wait for it, and everything else goes on', async () => {
    const id = await files.uploaded(pdf(), somebody());
    const before = files.s3!.received.length;
    const putting = (): number => files.s3!.received.slice(before).filter(({ method }) => method === 'PUT').length;
    files.s3!.trouble = ({ method }) => (method === 'PUT' ? 'silence' : undefined);
    const uploads = Array.from({ length: filesSchema.poolSize! + 2 }, () => files.upload(pdf(), 'a.pdf'));
    await waitFor(() => putting() >= uploads.length, { what: 'all of them to wait' });
    const began = performance.now();
    expect((await files.get(files.linkTo(id).url)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(1_500);
    files.s3!.trouble = undefined;
    files.s3!.breakOff();
    expect((await Promise.all(uploads)).map(({ status }) => status)).toEqual(uploads.map(() => 201));
  });

  it('what is removed between storing and recording is stored once more', async () => {
    const bytes = pdf();
    let asked = 0;
    files.s3!.trouble = ({ method, name }) => {
      if (method === 'HEAD' && (asked += 1) === 2) files.s3!.remove(name);
      return undefined;
    };
    const id = await files.uploaded(bytes, somebody());
    expect([asked, files.keeps(hashOf(bytes))]).toEqual([4, true]);
    expect((await files.get(files.linkTo(id).url)).status).toBe(200);
  });

  it('what is removed each time is not recorded', async () => {
    files.s3!.trouble = ({ method, name }) => {
      if (method === 'HEAD') files.s3!.remove(name);
      return undefined;
    };
    await files.leavesNothing(async () => expect((await files.upload(pdf(), 'a.pdf')).status).toBe(503));
  });

  it('nothing is restored, and it is when the store is back', async () => {
    const [copy, bytes] = [join(files.folder, 'copy'), pdf()];
    const id = await files.uploaded(bytes, somebody());
    const [{ sha256 }] = (await files.rows('SELECT sha256 FROM attachment WHERE id = $1', [id])) as [{ sha256: string }];
    writeFileSync(copy, bytes);
    files.lose(sha256);
    away();
    await expect(files.part(BlobStore).restore(sha256, copy)).rejects.toMatchObject({ code: 'unavailable' });
    files.s3!.trouble = undefined;
    expect(files.keeps(sha256)).toBe(false);
    expect(await files.part(BlobStore).restore(sha256, copy)).toBe(true);
    expect(files.keeps(sha256)).toBe(true);
  });

  it('a process begins all the same; it does not where the bucket keeps versions', async () => {
    const store = openStore(readConfiguration({ DATA_DIR: files.folder, ...files.s3!.env }, platformVariables));
    const check = new StoreCheck(store);
    away();
    await check.onApplicationBootstrap();
    files.s3!.trouble = undefined;
    files.s3!.versioning = 'Suspended';
    await expect(check.onApplicationBootstrap()).rejects.toThrow('the bucket S3_BUCKET keeps versions, or has kept them');
    files.s3!.versioning = undefined;
  });
});
