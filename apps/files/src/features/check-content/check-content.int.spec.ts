import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFixity } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { FilesUnderTest, somebody, stores } from '../../files.fixture';
import { BlobStore } from '../../storage/blob-store';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe.each(stores)('whether bytes are whole (W4.2), kept on %s', (store) => {
  let files: FilesUnderTest;

  beforeAll(async () => void (files = await FilesUnderTest.open(store)));
  afterAll(() => files.close());

  const newPdf = () => new Uint8Array(Buffer.from(`%PDF-1.7\n% ${newId()}\n%%EOF`));
  const restore = (sha256: string, copy: string): Promise<boolean> => files.part(BlobStore).restore(sha256, copy);
  const now = async (): Promise<string> => (await files.now()).toISOString();
  /** Asked until it is known. */
  const found = async (sha256: string, since?: string): Promise<ContentFixity['state']> => {
    const from = since ?? (await now());
    return waitFor(async () => {
      const { state } = (await files.fixityOf(sha256, from)).body as ContentFixity;
      return state !== 'waiting' && state;
    }, { what: 'content to be read' });
  };

  it('is said by their hash as they lie there; what is not is not downloaded until it is whole again', async () => {
    const [bytes, uploader] = [newPdf(), somebody()];
    const sha256 = hashOf(bytes);
    const id = await files.uploaded(bytes, uploader);
    const download = () => files.get(files.linkTo(id).url);
    expect(await found(sha256)).toBe('whole');
    const checkedAt = await now();
    files.damage(sha256);
    expect(await found(sha256, '2020-01-01T00:00:00Z')).toBe('whole');
    expect(await found(sha256, checkedAt)).toBe('damaged');
    const refused = await download();
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'content-quarantined']);
    expect((await files.get(`/api/attachments/${id}`, { principal: uploader })).status).toBe(409);

    const copy = join(files.folder, 'copy');
    writeFileSync(copy, 'something else');
    expect(await restore(sha256, copy)).toBe(false);
    expect(await found(sha256)).toBe('damaged');
    writeFileSync(copy, bytes);
    expect(await restore(sha256, copy)).toBe(true);
    expect((await download()).status).toBe(409);
    expect(await found(sha256)).toBe('whole');
    expect((await download()).status).toBe(200);
  });

  it('what is not there is missing, which is said before a check finds it, too, and can be put back with its folder', async () => {
    const bytes = newPdf();
    const sha256 = hashOf(bytes);
    const id = await files.uploaded(bytes, somebody());
    files.lose(sha256);
    const refused = await files.get(files.linkTo(id).url, { headers: { 'accept-language': 'zh' } });
    expect([refused.status, await refused.json()]).toEqual([409, expect.objectContaining({ code: 'content-missing', title: '文件缺失，暂时不能提供' })]);
    expect((await files.bytesOf(id)).body).toEqual({ size: 0, base64: '' });
    expect(await found(sha256)).toBe('missing');
    const copy = join(files.folder, 'copy');
    mkdirSync(files.folder, { recursive: true });
    writeFileSync(copy, bytes);
    expect(await restore(sha256, copy)).toBe(true);
    expect(files.keeps(sha256)).toBe(true);
    expect(await found(sha256)).toBe('whole');
  });

  it('of what nothing has any more nothing is written down: who uploads the same again has it', async () => {
    const bytes = newPdf();
    expect(await found(hashOf(bytes))).toBe('missing');
    const id = await files.uploaded(bytes, somebody());
    expect((await files.get(files.linkTo(id).url)).status).toBe(200);
  });

  it('is asked of a hash alone', async () => {
    expect((await files.fixityOf('../../secrets/keys', await now())).status).toBe(404);
    expect((await files.fixityOf(hashOf(newPdf()), 'yesterday')).status).toBe(400);
  });
});
