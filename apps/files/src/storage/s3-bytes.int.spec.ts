import fs from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { DomainError } from '@property-office/kernel';
import { waitFor, type S3Asked, type S3Trouble } from '@property-office/testing';
import { whyAway } from './away';
import { BytesUnderTest } from './bytes-under-test.fixture';
import { addressOf } from './s3-requests';

describe('bytes on S3', () => {
  let place: BytesUnderTest;

  beforeEach(async () => void (place = await BytesUnderTest.onS3()));
  afterEach(() => place.close());

  /** The first so many times. */
  const trouble = (what: S3Trouble, method: string, times = Infinity): void => {
    let left = times;
    place.s3!.trouble = (asked: S3Asked) => (asked.method === method && asked.name !== '' && left-- > 0 ? what : undefined);
  };
  const failed = async (work: Promise<unknown>): Promise<DomainError> => {
    const error = await work.then(
      () => undefined,
      (reason: DomainError) => reason,
    );
    expect(error).toMatchObject({ code: 'unavailable', retryAfter: 30 });
    return error!;
  };
  const asked = (method: string): number => place.s3!.received.filter((each) => each.method === method).length;

  it.each<[string, S3Trouble]>([
    ['answers nothing', 'reset'],
    ['is busy', { status: 503, code: 'SlowDown' }],
    ['has a fault', { status: 500, code: 'InternalError' }],
  ])('are asked for again, twice, of a server that %s', async (_, what) => {
    const name = await place.kept('kept');
    for (const method of ['PUT', 'HEAD', 'GET', 'DELETE']) {
      trouble(what, method, 2);
      const other = await place.kept('another');
      expect((await place.read(name))!.text).toBe('kept');
      await place.remove(other);
    }
    expect(await place.names()).toEqual([name]);
  });

  it.each<[string, S3Trouble, string]>([
    ['answers nothing', 'reset', 'S3 PUT: '],
    ['has no room', { status: 507, code: 'InsufficientStorage' }, 'S3 PUT: 507 InsufficientStorage'],
    ['refuses', { status: 403, code: 'AccessDenied' }, 'S3 PUT: 403 AccessDenied'],
  ])('are not kept, which is said, where the server %s', async (_, what, why) => {
    trouble(what, 'PUT');
    expect(whyAway(await failed(place.kept('a photo')))).toContain(why);
    expect(place.s3!.names()).toEqual([]);
  });

  it('are not kept, which is said, where others are read back; who has that content alone removes those', async () => {
    trouble('other', 'PUT');
    expect(whyAway(await failed(place.kept('a photo')))).toBe('S3 PUT: other bytes are kept than were given');
    expect([place.s3!.names().length, asked('DELETE')]).toEqual([1, 0]);
  });

  it('are not kept, and nothing is removed, where they are gone when they are read back: somebody else may be storing them', async () => {
    place.s3!.trouble = ({ method, name }) => {
      if (method === 'GET' && name !== '') place.s3!.remove(name);
      return undefined;
    };
    expect(whyAway(await failed(place.kept('a photo')))).toBe('S3 PUT: what was given is not there');
    expect(asked('DELETE')).toBe(0);
  });

  it.each<[string, S3Trouble]>([
    ['answers nothing', 'silence'],
    ['breaks off', 'reset'],
    ['is busy', { status: 503, code: 'SlowDown' }],
  ])('are removed within the time that is given, or not at all: nothing is sent after it, to a server that %s', async (_, what) => {
    const name = await place.kept('to be removed');
    trouble(what, 'DELETE');
    const began = performance.now();
    await failed(place.remove(name, 50));
    expect(performance.now() - began).toBeLessThan(1_000);
    const sent = asked('DELETE');
    place.s3!.trouble = undefined;
    // Longer than all pauses between tries.
    await pause(800);
    expect([asked('DELETE'), place.s3!.names()]).toEqual([sent, [name]]);
    await place.remove(name);
    expect(place.s3!.names()).toEqual([]);
  });

  it('are read no further than they are taken, however many they are', async () => {
    // More than the kernel takes for a connection nobody reads from, by far.
    const [piece, pieces] = [Buffer.alloc(1024 * 1024, ' '), 192];
    const size = piece.length * pieces;
    const draft = await place.draft(Readable.from(Array.from({ length: pieces }, () => piece)));
    const opened = jest.spyOn(fs, 'createReadStream');
    trouble('silence', 'PUT', 1);
    const putting = place.bytes.put('aa/large', draft);
    const given = (): number => (opened.mock.results[0]?.value as fs.ReadStream | undefined)?.bytesRead ?? 0;
    expect(await standingStill(given)).toBeLessThan(size / 2);
    opened.mockRestore();
    place.s3!.breakOff();
    await putting;

    const sentBefore = place.s3!.sent;
    const { content } = (await place.bytes.open('aa/large'))!;
    expect(await standingStill(() => place.s3!.sent - sentBefore)).toBeLessThan(size / 2);
    let read = 0;
    for await (const each of content) read += (each as Buffer).length;
    expect(read).toBe(size);
  });

  it('are not asked for again where that cannot help', async () => {
    const name = await place.kept('kept');
    trouble({ status: 403, code: 'AccessDenied' }, 'GET');
    const before = asked('GET');
    expect(whyAway(await failed(place.read(name)))).toBe('S3 GET: 403 AccessDenied');
    expect(asked('GET')).toBe(before + 1);
  });

  it('that break off while they are read are the store away, and no draft is left', async () => {
    const name = await place.kept('a long text');
    const before = place.left().length;
    trouble('half', 'GET');
    await failed(place.read(name));
    await failed(place.bytes.withFile(name, () => Promise.resolve()));
    expect(place.left()).toHaveLength(before);
  });

  it('of a bucket that is not there are not missing: it is the store that is', async () => {
    const elsewhere = await BytesUnderTest.onS3({ bucket: 'another' });
    try {
      expect(whyAway(await failed(elsewhere.read('aa/photo')))).toBe('S3 GET: 404 NoSuchBucket');
      expect(whyAway(await failed(elsewhere.kept('a photo')))).toBe('S3 GET versioning: 404 NoSuchBucket');
      await failed(elsewhere.names());
    } finally {
      await elsewhere.close();
    }
  });

  it('are asked for with a signature that nobody makes without the key', async () => {
    const stranger = await BytesUnderTest.onS3({ secretAccessKey: 'guessed' });
    try {
      expect(whyAway(await failed(stranger.names()))).toBe('S3 GET: 403 SignatureDoesNotMatch');
    } finally {
      await stranger.close();
    }
  });

  describe.each(['Enabled', 'Suspended'] as const)('in a bucket whose versions are %s (W4.4)', (versioning) => {
    const why = 'what is destroyed would stay in it';

    it('are not kept, also where that was not known at the start', async () => {
      place.s3!.versioning = versioning;
      await expect(place.bytes.requireFit()).rejects.toThrow(why);
      expect(whyAway(await failed(place.kept('a photo')))).toContain(why);
      expect([place.s3!.names(), asked('PUT')]).toEqual([[], 0]);
    });

    it('are not said to be destroyed, however often they could be before; nor are more of them kept', async () => {
      const [name, other] = [await place.kept('to be destroyed'), await place.kept('destroyed')];
      await place.remove(other);
      place.s3!.versioning = versioning;
      expect(whyAway(await failed(place.remove(name)))).toContain(why);
      expect(whyAway(await failed(place.kept('a photo')))).toContain(why);
      expect(place.s3!.names()).toEqual([name]);
      place.s3!.versioning = undefined;
      await place.remove(name);
      expect(place.s3!.names()).toEqual([]);
    });
  });
});

/** A number that has begun to grow and does not any more. */
async function standingStill(count: () => number): Promise<number> {
  let before = 0;
  await waitFor(
    () => {
      const last = before;
      before = count();
      return before > 0 && before === last;
    },
    { what: 'it to stand still', intervalMs: 200 },
  );
  return before;
}

it.each([
  ['https://s3.example.cn', true, 'https://s3.example.cn/office'],
  ['http://store:9000/', true, 'http://store:9000/office'],
  ['https://example.cn/s3/', true, 'https://example.cn/s3/office'],
  ['https://oss-cn-beijing.aliyuncs.com', false, 'https://office.oss-cn-beijing.aliyuncs.com'],
  ['http://store:9000', false, 'http://office.store:9000'],
])('a bucket at %s lies, in its path: %s, at %s', (endpoint, pathStyle, address) => {
  expect(addressOf({ endpoint, bucket: 'office', pathStyle })).toBe(address);
});
