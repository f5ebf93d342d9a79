import { complaintSigns } from '@property-office/contracts';
import { filedAs, isKind } from './converted';
import { majorByRule } from './major';

const majorOf = (signs: readonly string[], category?: string) => {
  const filed = filedAs({ signs, ...(category !== undefined && { category }) });
  return majorByRule({ ...filed, households: 1 });
};

describe('a complaint that was heard at the desk (W2.1, W2.3)', () => {
  it.each([
    ['injury', ['injury-or-safety']],
    ['safety', ['injury-or-safety']],
    ['media', ['media']],
    ['hotline', ['hotline']],
    ['theft', ['theft']],
    ['bribe', ['bribe']],
    ['violence', ['violence']],
    ['attitude', []],
  ] as const)('with the sign %s is major for %j', (sign, reasons) => {
    expect(majorOf([sign])).toEqual(reasons);
  });

  it('knows every sign, and loses none of several', () => {
    expect(majorOf(complaintSigns)).toEqual(expect.arrayContaining(['injury-or-safety', 'theft', 'bribe', 'violence', 'media', 'hotline']));
  });

  it.each([
    ['its category', { category: 'noise', signs: [] }, 'noise'],
    ['other where nobody said', { signs: [] }, 'other'],
    ['conduct, which says more than a category', { category: 'cleaning', signs: ['attitude'] }, 'attitude'],
    ['the conduct that was chosen, before what was ticked', { category: 'theft', signs: ['attitude'] }, 'theft'],
  ])('is of %s', (_, heard, kind) => {
    expect(filedAs(heard).kind).toBe(kind);
  });

  it('comes through the hotline, the media, or the contact', () => {
    expect(filedAs({ signs: ['media', 'hotline'] }).channel).toBe('hotline');
    expect(filedAs({ signs: ['media'] }).channel).toBe('media');
    expect(filedAs({ signs: ['safety'] }).channel).toBe('contact');
  });

  it('has no kind of its own making', () => {
    expect(isKind('boredom')).toBe(false);
    expect(isKind('noise')).toBe(true);
  });
});
