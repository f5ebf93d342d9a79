import { correctionOf } from './corrections';

const registered = { title: '关于更换水表的函', sender: '自来水公司', theirNumber: null, documentDate: new Date('2026-11-20T00:00:00Z'), copies: 1, pages: null };

describe('a correction of what was registered (G3)', () => {
  it('names what is another now, as it was and as it became', () => {
    const given = { sender: '供水公司', theirNumber: '供水函〔2026〕12号', documentDate: new Date('2026-11-21T00:00:00Z'), pages: 3 };
    expect(correctionOf(registered, given)).toEqual({
      was: { sender: '自来水公司', theirNumber: null, documentDate: '2026-11-20T00:00:00.000Z', pages: null },
      became: { sender: '供水公司', theirNumber: '供水函〔2026〕12号', documentDate: '2026-11-21T00:00:00.000Z', pages: 3 },
    });
  });

  it('is none where all is said again as it is, or left out', () => {
    expect(correctionOf(registered, { ...registered, documentDate: new Date(registered.documentDate) })).toBeUndefined();
    expect(correctionOf(registered, { title: undefined })).toBeUndefined();
  });
});
