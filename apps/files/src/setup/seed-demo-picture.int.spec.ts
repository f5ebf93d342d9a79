import { newId } from '@property-office/kernel';
import { FilesUnderTest, somebody } from '../files.fixture';
import { BlobStore } from '../storage/blob-store';
import { seedDemoPicture } from './seed-demo-picture';

let files: FilesUnderTest;

beforeAll(async () => void (files = await FilesUnderTest.open()));
afterAll(() => files?.close());

it('is a picture of its uploader, once, and what an event names is kept', async () => {
  const uploader = somebody();
  const { database } = files.runtime;
  const seed = () => seedDemoPicture(database, files.part(BlobStore), uploader.personId);
  const [one, other] = await Promise.all([seed(), seed()]);
  expect(other).toBe(one);
  expect(await files.count()).toBe(1);
  const answer = await files.get(`/api/attachments/${one}`, { principal: uploader });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect((await files.get(`/api/attachments/${one}?thumbnail=1`, { principal: uploader })).status).toBe(200);
  await files.link([one], { type: 'notice-task', id: newId() });
  await files.rows('UPDATE attachment SET expires_at = expires_at - interval \'2 days\'');
  expect((await files.get(files.linkTo(one).url)).status).toBe(200);
});
