import { BlobStore } from './blob-store';
import { DraftFolder } from './draft-folder';
import type { NamedBytes } from './named-bytes';

it('a removal ends when that of each rendition has, whichever failed first, and gives all of them one time', async () => {
  const { promise: late, resolve: answer } = Promise.withResolvers<void>();
  const asked: Array<[name: string, within: AbortSignal]> = [];
  const remove: NamedBytes['remove'] = (name, within) => {
    asked.push([name, within]);
    return name.endsWith('.thumbnail') ? late : Promise.reject(new Error('away'));
  };
  const sha256 = 'a'.repeat(64);
  let hasEnded = false;
  const removing = new BlobStore(new DraftFolder('.'), { remove } as NamedBytes).remove(sha256).finally(() => (hasEnded = true));
  const told = expect(removing).rejects.toThrow('away');
  await new Promise(setImmediate);
  expect(hasEnded).toBe(false);
  answer();
  await told;
  expect(asked.map(([name]) => name)).toEqual([`aa/${sha256}`, `aa/${sha256}.thumbnail`]);
  expect(new Set(asked.map(([, within]) => within)).size).toBe(1);
});
