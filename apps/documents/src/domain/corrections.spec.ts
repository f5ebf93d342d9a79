import { correctionOf, opens, type Corrigible } from './corrections';

const documentDate = new Date('2026-11-20T00:00:00Z');
const registered: Corrigible = { title: '关于更换水表的函', sender: '自来水公司', theirNumber: null, documentDate, copies: 1, pages: null, urgency: 'ordinary', confidentiality: 'open' };

describe('a correction of what was registered (G3)', () => {
  it('names what is another now, as it was and as it became', () => {
    const given = { sender: '供水公司', theirNumber: '供水函〔2026〕12号', documentDate: new Date('2026-11-21T00:00:00Z'), pages: 3 };
    expect(correctionOf(registered, given)).toEqual({
      was: { sender: '自来水公司', theirNumber: null, documentDate: '2026-11-20T00:00:00.000Z', pages: null },
      became: { sender: '供水公司', theirNumber: '供水函〔2026〕12号', documentDate: '2026-11-21T00:00:00.000Z', pages: 3 },
    });
  });

  it('says nothing any more of what was not there', () => {
    expect(correctionOf(registered, { documentDate: null })).toEqual({ was: { documentDate: '2026-11-20T00:00:00.000Z' }, became: { documentDate: null } });
  });

  it.each([
    ['confidential', 'open', true],
    ['confidential', 'internal', true],
    ['open', 'confidential', false],
    ['open', 'internal', false],
  ] as const)('from %s to %s is known to more people: %j', (was, became, wider) => {
    expect(opens(correctionOf({ ...registered, confidentiality: was }, { confidentiality: became })!)).toBe(wider);
  });

  it('of something else opens nothing', () => {
    expect(opens(correctionOf({ ...registered, confidentiality: 'confidential' }, { copies: 2 })!)).toBe(false);
  });

  it('is none where all is said again as it is, or left out', () => {
    expect(correctionOf(registered, { ...registered, documentDate: new Date(documentDate) })).toBeUndefined();
    expect(correctionOf(registered, { title: undefined })).toBeUndefined();
  });
});
