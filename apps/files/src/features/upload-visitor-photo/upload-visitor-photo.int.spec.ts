import { newId } from '@property-office/kernel';
import sharp from 'sharp';
import { FilesUnderTest, somebody } from '../../files.fixture';

type Bytes = Uint8Array<ArrayBuffer>;

let files: FilesUnderTest;
let photo: Bytes;

beforeAll(async () => {
  files = await FilesUnderTest.open();
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } });
  photo = new Uint8Array(await picture.jpeg().toBuffer());
});
afterAll(() => files.close());
beforeEach(() => files.rows('DELETE FROM quota'));

const upload = async (visit: string, content: Bytes = photo, name = 'a.jpg', source = '203.0.113.1') => {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  const target = `${files.url}/api/visitor-photos?visit=${encodeURIComponent(visit)}`;
  const answer = await fetch(target, { method: 'POST', body: form, headers: { 'x-forwarded-for': source } });
  const body = (await answer.json()) as { id: string; code: string; title: string; detail: string };
  return { status: answer.status, body };
};

test('whose visit it is may upload three photos, and its report names them', async () => {
  const { pass, visitor } = files.visit();
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) {
    const { status, body } = await upload(pass);
    expect(status).toBe(201);
    ids.push(body.id);
  }
  expect(await upload(pass)).toMatchObject({ status: 429, body: { code: 'quota-used-up' } });
  const object = { type: 'repair-request', id: newId() };
  await expect(files.claims.claim(ids, newId(), object)).rejects.toMatchObject({
    code: 'attachment-refused',
  });
  await files.claims.claim(ids, visitor, object);
  expect((await files.get(`/api/attachments/${ids[0]}`)).status).toBe(404);
  expect((await files.get(`/api/attachments/${ids[0]}`, { principal: somebody() })).status).toBe(404);
});

test('without a pass, or with one that is forged, nothing is taken', async () => {
  for (const pass of ['x', `${files.visit().pass}x`]) {
    const { status, body } = await upload(pass);
    expect([status, body.code, body.title]).toEqual([403, 'visit-over', '扫码已过期，请重新扫码']);
  }
});

test('photos only, of at most 8 MiB', async () => {
  const pdf = new Uint8Array(Buffer.from('%PDF-1.7\n% a document\n'));
  expect((await upload(files.visit().pass, pdf, 'a.pdf')).body).toMatchObject({
    code: 'file-type-refused',
    detail:
      '这里可以上传 JPEG、PNG、WebP；以文件内容为准，与文件名无关。iPhone 的 HEIC 照片请先转换为 JPEG。',
  });
  const large = new Uint8Array(8 * 1024 * 1024 + 1);
  large.set(photo);
  expect(await upload(files.visit().pass, large)).toMatchObject({
    status: 413,
    body: { code: 'file-too-large' },
  });
});

test('one address, and everybody together, fill no disk', async () => {
  for (let i = 0; i < 20; i++) expect((await upload(files.visit().pass)).status).toBe(201);
  expect((await upload(files.visit().pass)).status).toBe(429);
  expect((await upload(files.visit().pass, photo, 'a.jpg', '203.0.113.2')).status).toBe(201);
  await files.rows(`UPDATE quota SET count = 300 WHERE key = 'visitor-photo everybody'`);
  expect((await upload(files.visit().pass, photo, 'a.jpg', '203.0.113.3')).status).toBe(429);
});
