import { existsSync, readFileSync } from 'node:fs';
import { BytesUnderTest } from './bytes-under-test.fixture';

describe.each([
  ['a disk', () => BytesUnderTest.onDisk()],
  ['S3', () => BytesUnderTest.onS3()],
])('bytes on %s', (_, opened) => {
  let place: BytesUnderTest;

  beforeEach(async () => void (place = await opened()));
  afterEach(() => place.close());

  it('are read as they were given: whole, or a part; the draft stays', async () => {
    const draft = await place.draft('漏水的照片');
    await place.bytes.put('aa/photo', draft);
    expect(await place.read('aa/photo')).toEqual({ size: 15, text: '漏水的照片' });
    expect(await place.read('aa/photo', { from: 3, length: 6 })).toEqual({ size: 15, text: '水的' });
    expect(await place.read('aa/photo', { from: 9, length: 100 })).toEqual({ size: 15, text: '照片' });
    expect(await place.read('aa/photo', { from: 15, length: 100 })).toEqual({ size: 15, text: '' });
    expect(existsSync(draft.path)).toBe(true);
  });

  it('are nothing where nothing was given', async () => {
    expect(await place.read('aa/nothing')).toBeUndefined();
    expect(await place.read('aa/nothing', { from: 5, length: 5 })).toBeUndefined();
    expect(await place.bytes.markOf('aa/nothing')).toBeUndefined();
    expect(await place.bytes.withFile('aa/nothing', () => Promise.resolve('read'))).toBeUndefined();
    expect(await place.names()).toEqual([]);
  });

  it('are never changed by who gives others under their name; only in the place of damaged ones', async () => {
    const name = await place.kept('the first');
    const mark = await place.bytes.markOf(name);
    await place.bytes.put(name, await place.draft('the second'));
    expect([await place.read(name), await place.bytes.markOf(name)]).toEqual([{ size: 9, text: 'the first' }, mark]);
    const draft = await place.draft('the second');
    await place.bytes.replace(name, draft);
    expect((await place.read(name))!.text).toBe('the second');
    expect(await place.bytes.markOf(name)).not.toBe(mark);
    expect(existsSync(draft.path)).toBe(true);
    await place.bytes.replace('bb/missing', await place.draft('put back'));
    expect((await place.read('bb/missing'))!.text).toBe('put back');
  });

  it('may be given by two at once', async () => {
    const drafts = await Promise.all([place.draft('the same'), place.draft('the same')]);
    await Promise.all(drafts.map((draft) => place.bytes.put('cc/same', draft)));
    expect((await place.read('cc/same'))!.text).toBe('the same');
    expect(await place.names()).toEqual(['cc/same']);
  });

  it('are gone when they are removed, and may be removed again', async () => {
    const name = await place.kept('to be destroyed');
    for (let time = 1; time <= 2; time += 1) await place.remove(name);
    expect([await place.read(name), await place.names()]).toEqual([undefined, []]);
    expect(await place.kept('given again')).not.toBe(name);
  });

  it('are named, all of them, and no draft', async () => {
    if (place.s3) place.s3.pageSize = 2;
    const names = [];
    for (const content of ['1', '2', '3', '4', '5']) names.push(await place.kept(content));
    await place.draft('half of one');
    expect(await place.names()).toEqual(names.toSorted());
  });

  it('are named by their age, where that is asked', async () => {
    if (place.s3) place.s3.pageSize = 1;
    const [old, young] = [await place.kept('old'), await place.kept('young')];
    const [then, between] = [new Date('2026-03-05T02:00:00Z'), Date.parse('2026-03-05T02:00:01Z')];
    place.date(old, then);
    expect(await place.names(between)).toEqual([old]);
    expect(await place.names(then.getTime())).toEqual([]);
    expect(await place.names()).toEqual([old, young].toSorted());
  });

  it('are lent as a file to who reads no others, also to one who fails', async () => {
    const name = await place.kept('words');
    const before = place.left().length;
    expect(await place.bytes.withFile(name, (path) => Promise.resolve(readFileSync(path, 'utf8')))).toBe('words');
    await expect(place.bytes.withFile(name, () => Promise.reject(new Error('too large')))).rejects.toThrow('too large');
    expect(place.left()).toHaveLength(before);
    expect((await place.read(name))!.text).toBe('words');
  });
});
