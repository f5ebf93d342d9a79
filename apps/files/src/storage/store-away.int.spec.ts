import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@property-office/kernel';
import { platformVariables, readConfiguration } from '@property-office/service-kit';
import { FilesUnderTest, somebody } from '../files.fixture';
import { BlobStore } from './blob-store';
import { openStore } from './open-store';
import { StoreCheck } from './store-check';

const pdf = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`%PDF-1.7\n% ${newId()}\n%%EOF`));

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
