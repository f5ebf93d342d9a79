import { beginsWith, leavesDraft, printWorks } from './print-jobs';

describe('what a print job begins with and leaves (R2.2)', () => {
  const nothing = { files: 0, document: false, words: false };

  it('begins with files or a document, what is drafted with words, too', () => {
    for (const work of printWorks) expect([{ files: 1 }, { document: true }, { words: true }, {}].map((more) => beginsWith(work, { ...nothing, ...more }))).toEqual([true, true, work === 'draft', false]);
  });

  it('leaves a draft where it is one of drafting, and there alone', () => {
    for (const work of printWorks) expect([{ files: 1 }, { document: true }, {}].map((more) => leavesDraft(work, { ...nothing, ...more }))).toEqual(work === 'draft' ? [true, true, false] : [false, false, true]);
  });
});
