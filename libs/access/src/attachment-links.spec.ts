import { newId } from '@property-office/kernel';
import { newAttachmentKeyFile } from './attachment-keys';
import { AttachmentLinks } from './attachment-links';

const start = Date.parse('2026-11-23T08:00:00Z');

function read(url: string): { id: string; until: number; signature: string } {
  const { pathname, searchParams } = new URL(url, 'http://office');
  return {
    id: pathname.split('/').at(-1)!,
    until: Number(searchParams.get('until')),
    signature: searchParams.get('signature')!,
  };
}

describe('links to attachments', () => {
  const file = newAttachmentKeyFile();
  const id = newId();
  const signed = read(new AttachmentLinks(file, () => start).linkTo(id).url);

  const judge = (changes: Partial<typeof signed> = {}, at = start, keys = file) => {
    const asked = { ...signed, ...changes };
    return new AttachmentLinks(keys, () => at).judge(asked.id, asked.until, asked.signature);
  };

  it('are good for five minutes, also for the thumbnail', () => {
    expect(judge({}, start + 299_000)).toBe('good');
    expect(judge({}, start + 300_000)).toBe('expired');
    const thumbnail = read(new AttachmentLinks(file, () => start).linkTo(id).thumbnailUrl);
    expect(judge(thumbnail)).toBe('good');
  });

  it('are forged when anything in them was changed', () => {
    const { signature, until } = signed;
    const last = signature.at(-2) === 'A' ? 'B' : 'A';
    expect(judge({ id: newId() })).toBe('forged');
    expect(judge({ until: until + 60 })).toBe('forged');
    expect(judge({ signature: signature.slice(0, -2) + last + signature.slice(-1) })).toBe('forged');
    expect(judge({ signature: signature.slice(0, -1) })).toBe('forged');
    expect(judge({ signature: '' })).toBe('forged');
    expect(judge({}, start, newAttachmentKeyFile())).toBe('forged');
  });

  it('stay good when a newer key is put before the one that signed them', () => {
    const rotated = { keys: [...newAttachmentKeyFile().keys, ...file.keys] };
    expect(judge({}, start, rotated)).toBe('good');
  });
});
