import type { InternalClient } from '@property-office/backbone';
import type { AttachmentBytes, AttachmentBytesAsked } from '@property-office/contracts';
import { ReadBytes } from './read-bytes';

const content = Buffer.from('0123456789');
const asked: number[] = [];
/** Files, which tells three bytes at a time. */
const client = {
  post: (_service: string, _path: string, { from }: AttachmentBytesAsked): Promise<AttachmentBytes> => {
    asked.push(from);
    return Promise.resolve({ size: content.length, base64: content.subarray(from, from + 3).toString('base64') });
  },
} as unknown as InternalClient;
const bytes = new ReadBytes(client);

beforeEach(() => void asked.splice(0));

it('puts the pieces of a file together', async () => {
  expect(await bytes.of('a', content.length)).toEqual(content);
  expect(asked).toEqual([0, 3, 6, 9]);
});

it('stops asking where a file has more bytes than may be held', async () => {
  expect(await bytes.of('a', 5)).toBeUndefined();
  expect(asked).toEqual([0, 3]);
});
