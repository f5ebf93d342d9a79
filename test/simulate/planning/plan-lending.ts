import type { Chance } from './chance';
import { clicksOf } from './plan-contacts';
import { day } from './slots';
import { known, person, site, time, type Step } from './step';
import type { Story } from './story';
import type { Town } from './town';
import { equipment } from './words';

/** What lies on the shelves, is lent on paper, and is counted once in the plan. */
export const shelvedCategory = 'SB';

/** How a paper comes back, and how often. */
const courses = { back: 44, extended: 12, late: 14, recalled: 10, damaged: 8, refused: 6, withdrawn: 6 } as const;

/** A record on a shelf, lent again and again, to one borrower after the other (W4.3). @param loans how often */
export function planShelved(town: Town, id: string, loans: number): Step[] {
  const chance = town.chance(id);
  const { days } = town.scale;
  const story = town.story(id, chance, 0.02);
  const important = chance.is(0.15);
  const said = { siteId: site, category: shelvedCategory, office: 'GCB', retention: important ? 'Y' : 'D30', responsibleParty: '工程部', carrier: 'paper', pages: 4 + chance.whole(60) };
  const title = `${chance.pick(equipment)}资料（${id}）`;
  story.post('clerk', '/api/records', { ...said, title, shelf: `设备柜${1 + chance.whole(5)}`, datedAt: time(-chance.whole(900) * day) }, { keep: 'record', clicks: clicksOf(chance), name: 'register' });
  if (chance.is(0.1)) story.post('clerk', '/api/records/{record.id}/correct', { title: `${title}（附图）`, reason: '补充题名' });
  // Each has a part of the plan of its own, so that one is over before the next begins.
  const part = Math.floor(days / loans) * day;
  for (let n = 1; n <= loans; n++) {
    story.later(Math.max((n - 1) * part + chance.whole(Math.max(1, Math.floor(part / day / 4))) * day - story.now, 1));
    tellLoan(story, chance, { n, important, most: part / day });
  }
  return story.steps;
}

interface Lending {
  n: number;
  important: boolean;
  /** In so many days it is over. */
  most: number;
}

function tellLoan(story: Story, chance: Chance, { n, important, most }: Lending): void {
  const borrower = chance.pick(['lead', 'deputy']);
  const approver = important ? 'director' : 'clerk';
  const loan = (verb: string): string => `/api/loans/{loan${n}.id}/${verb}`;
  const course = chance.weighted(courses);
  // Half of the part of the plan that is there for it.
  const lentFor = Math.max(1, Math.min(2 + chance.whole(18), Math.floor(most / 4)));
  const asked = { recordId: known('record.id'), form: 'paper', purpose: '核对参数', dueAt: time(story.now + (lentFor + 1) * day) };
  story.post(borrower, '/api/loans', asked, { keep: `loan${n}`, clicks: clicksOf(chance), name: `ask-${n}` });
  if (course === 'withdrawn') return void story.later().post(borrower, loan('withdraw'));
  if (course === 'refused') return void story.later().post(approver, loan('refuse'), { reason: '正在整理' });
  if (important) story.post('clerk', loan('approve'), {}, { refused: 'decided-by-director' });
  story.later().post(approver, loan('approve'), {}, { clicks: clicksOf(chance) });
  story.post('clerk', loan('hand-over'), {}, { clicks: clicksOf(chance) });
  if (chance.is(0.1)) story.post('clerk', loan('bring-back'), { pagesComplete: true, unaltered: true, broughtBackBy: person('foreman') }, { refused: 'onward-lending' });
  if (course === 'recalled') story.later(day).post('clerk', loan('recall'), { reason: '检查需要' });
  if (course === 'extended') {
    story.later(Math.max(1, lentFor - 1) * day).post(approver, loan('extend'), { dueAt: time(story.now + (lentFor + 3) * day) });
    story.post(approver, loan('extend'), { dueAt: time(story.now + (lentFor + 5) * day) }, { refused: 'extended-already' });
  }
  // Late: reminded, told to the clerk, then to the director.
  story.later((course === 'late' ? lentFor + Math.floor(most / 4) : Math.max(1, lentFor - 1)) * day);
  tellReturn(story, loan('bring-back'), course === 'damaged');
}

/** Somebody else inspects it, and has to say what they found. */
function tellReturn(story: Story, path: string, damaged: boolean): void {
  if (!damaged) return void story.post('clerk', path, { pagesComplete: true, unaltered: true }, { clicks: 2 });
  story.post('clerk', path, { pagesComplete: false, unaltered: true }, { refused: 'finding-missing' });
  story.post('clerk', path, { pagesComplete: false, unaltered: true, finding: '缺第 3 页' });
}

/** Two ask for one paper: the second has it when it is back. @returns with two loans */
export function planContended(town: Town, id: string): Step[] {
  const chance = town.chance(id);
  const story = town.story(id, chance, 0.6);
  const said = { siteId: site, category: shelvedCategory, office: 'GCB', retention: 'D30', responsibleParty: '工程部', carrier: 'paper', pages: 9 };
  story.post('clerk', '/api/records', { ...said, title: `${chance.pick(equipment)}资料（${id}）`, shelf: `设备柜${1 + chance.whole(5)}`, datedAt: time(-100 * day) }, { keep: 'record', name: 'register' });
  const dueAt = time(story.now + 9 * day);
  for (const [n, borrower] of ['lead', 'deputy'].entries()) story.post(borrower, '/api/loans', { recordId: known('record.id'), form: 'paper', purpose: '核对参数', dueAt }, { keep: `loan${n + 1}` });
  story.later();
  const one = (verb: string): string => `/api/loans/{loan1.id}/${verb}`;
  const other = (verb: string): string => `/api/loans/{loan2.id}/${verb}`;
  story.post('clerk', one('approve')).post('clerk', other('approve'));
  story.post('clerk', one('hand-over'), {}, { clicks: 3 });
  story.post('clerk', other('hand-over'), {}, { refused: 'paper-out' });
  story.later(2 * day);
  tellReturn(story, one('bring-back'), false);
  story.post('clerk', other('hand-over')).later(day);
  tellReturn(story, other('bring-back'), false);
  return story.steps;
}
