import type { Chance } from './chance';
import { clicksOf } from './plan-contacts';
import { day } from './slots';
import { known, time } from './step';
import type { Story } from './story';

/** How a digital loan of what was archived goes. */
const digitalCourses = ['closed', 'runs-out', 'recalled', 'refused', 'copied'] as const;
export type DigitalCourse = (typeof digitalCourses)[number];

/** Each of them in turn. */
export const lentDigitally = (n: number): DigitalCourse => digitalCourses[n % digitalCourses.length]!;

export interface Filed {
  /** Where the id of what was filed is known. */
  sourceId: string;
  /** What is archived is lent digitally, and how that goes. */
  lent: DigitalCourse | undefined;
}

/** What was filed is proposed as a record: accepted by itself, returned and proposed again, or left to the next batch (W4.5). */
export function tellKeeping(story: Story, chance: Chance, { sourceId, lent }: Filed): void {
  const course = lent ? 'accepted' : chance.weighted({ 'left-to-the-batch': 55, accepted: 33, returned: 12 });
  if (course === 'left-to-the-batch') return;
  // In the slot in which it was filed: at night a batch takes whatever waits.
  story.take({ kind: 'find', by: 'clerk', path: `/api/record-proposals?sourceId={${sourceId}}`, keep: 'proposal' });
  const proposal = (verb: string): string => `/api/record-proposals/{proposal.id}/${verb}`;
  if (course === 'returned') {
    story.post('clerk', proposal('return'), { reason: '缺附件' }, { clicks: clicksOf(chance) });
    story.post('clerk', proposal('accept'), {}, { refused: 'proposal-move-illegal' });
    story.later(2 * day).take({ kind: 'upload', by: 'clerk', keep: 'added' });
    story.post('clerk', proposal('propose-again'), { remarks: '已补附件', attachmentIds: [known('added.id')] });
  }
  story.post('clerk', proposal('accept'), { keywords: ['归档'], ...(chance.is(0.3) && { shelf: `文书柜${1 + chance.whole(6)}` }) }, { keep: 'record', clicks: clicksOf(chance), name: 'accept' });
  if (chance.is(0.1)) story.later().take({ kind: 'read', by: 'clerk', path: '/api/records/{record.id}' });
  if (lent) tellDigitalLoan(story, chance, lent);
}

const loan = (verb: string): string => `/api/loans/{loan.id}/${verb}`;

/** Looked at with a mark on every page, by its borrower alone and for its time; one ends by itself (W4.3). */
function tellDigitalLoan(story: Story, chance: Chance, course: DigitalCourse): void {
  const borrower = chance.pick(['lead', 'deputy']);
  story.later((1 + chance.whole(20)) * day).post(borrower, '/api/loans', { recordId: known('record.id'), form: 'digital', purpose: '核对', dueAt: time(story.now + 10 * day) }, { keep: 'loan', clicks: clicksOf(chance) });
  story.later();
  if (course === 'refused') return void story.post('clerk', loan('refuse'), { reason: '请借纸质件' });
  story.post('clerk', loan('approve'), {}, { clicks: clicksOf(chance) });
  story.post('clerk', loan('open'), {}, { refused: 'loan-unknown' });
  story.post(borrower, loan('open')).take({ kind: 'read', by: borrower, path: '/api/loans/{loan.id}/file?position=0' });
  if (course === 'closed') story.later().post(borrower, loan('close'));
  if (course === 'recalled') story.later().post('clerk', loan('recall'), { reason: '内容有误' });
  if (course === 'copied') tellCopies(story, borrower);
  if (course === 'runs-out') story.later(14 * day).post(borrower, loan('close'), {}, { refused: 'loan-move-illegal' });
}

const copy = (verb: string): string => `/api/copies/{copy.id}/${verb}`;

/** Counted, each with a number, for officers with a letter. */
function tellCopies(story: Story, by: string): void {
  const official = { letter: '建函〔2026〕8号', officers: ['周涛 执法证 0731'] };
  story.post(by, '/api/copies', { recordId: known('record.id'), forWhom: '区住建局', purpose: '核查', copies: 2, ...official }, { keep: 'copy' });
  story.post('clerk', copy('hand-over'), { receivedBy: '周涛' }, { refused: 'copy-move-illegal' });
  story.later().post('clerk', copy('approve')).post('clerk', copy('make'), {}, { clicks: 3, name: 'make' });
  story.take({ kind: 'read', by: 'clerk', path: '/api/copies/{copy.id}/file?position=0&copy=1' });
  story.post('clerk', copy('hand-over'), { receivedBy: '周涛' });
}
