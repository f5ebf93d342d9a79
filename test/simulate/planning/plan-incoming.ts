import type { Chance } from './chance';
import { clicksOf } from './plan-contacts';
import { lentDigitally, tellKeeping } from './plan-keeping';
import { day } from './slots';
import { known, person, site, time, type Step, type Value } from './step';
import type { Story } from './story';
import type { Town } from './town';
import { matters, senders } from './words';

const incoming = (verb: string): string => `/api/incoming-documents/{incoming.id}/${verb}`;

/** How incoming documents go on, and how often. */
const courses = { whole: 68, 'for-reading': 12, late: 10, 'sent-back': 3, voided: 3, left: 4 } as const;
type Course = keyof typeof courses;

/** They begin early enough for most to be filed before the plan ends; those that are lent early enough to be lent. */
const begins = 0.95;
const beginsLent = 0.6;

/** Registered, checked, decided by a leader, acted on, supervised and circulated, answered where that is due, filed, archived (W1.1). */
export function planIncoming(town: Town, id: string, n: number): Step[] {
  const chance = town.chance(id);
  const lent = n <= town.papers.lentDigitally;
  const course = lent ? 'whole' : chance.weighted<Course>(courses);
  const story = town.story(id, chance, lent ? beginsLent : begins);
  const paper = chance.is(0.85);
  const confidential = !lent && chance.is(0.04);
  const body: Record<string, Value> = {
    siteId: site,
    title: `关于${chance.pick(matters)}的通知（${id}）`,
    sender: chance.pick(senders),
    theirNumber: `来〔2026〕${n}号`,
    documentDate: time(story.now - 2 * day),
    ...(!paper && { paper }),
    ...(confidential && { confidentiality: 'confidential' }),
    ...(chance.is(0.15) && { urgency: chance.pick(['urgent', 'most-urgent']) }),
    ...(chance.is(0.4) && { copies: 1 + chance.whole(5) }),
  };
  if (chance.is(0.2)) {
    story.take({ kind: 'upload', by: 'clerk', keep: 'file' });
    body['attachmentIds'] = [known('file.id')];
  }
  story.post('clerk', '/api/incoming-documents', body, { keep: 'incoming', clicks: clicksOf(chance), name: 'register' });
  if (course === 'left') return story.steps;
  if (chance.is(0.3)) story.later();
  if (course === 'voided') return story.post('clerk', incoming('void'), { reason: '重复登记' }).steps;
  if (course === 'sent-back') return story.post('clerk', incoming('send-back'), { reason: '不属于本单位' }).steps;
  story.post('clerk', incoming('check'), {}, { clicks: clicksOf(chance) });
  story.post('clerk', incoming('propose'), { proposal: '请有关部门办理' }).later();
  if (course === 'for-reading') tellReading(story, chance, paper);
  else tellActing(story, chance, { late: course === 'late', paper });
  story.post('clerk', incoming('file'), {}, { clicks: clicksOf(chance), name: 'file' });
  tellKeeping(story, chance, { sourceId: 'incoming.id', lent: lent ? lentDigitally(n) : undefined });
  return story.steps;
}

const readers = ['lead', 'deputy', 'foreman', 'desk-1', 'technician-1', 'technician-2'] as const;

/** For reading alone: everybody has read it before it is filed. */
function tellReading(story: Story, chance: Chance, paper: boolean): void {
  story.post('director', incoming('decide'), { decision: '请传阅' });
  const waiting = tellCirculation(story, chance, paper);
  story.post('clerk', incoming('file'), {}, { refused: 'not-yet-to-file' });
  for (const each of waiting) story.later().post(each, incoming('mark-read'));
  story.later();
}

interface Acting {
  /** Its date is over before it is acted on. */
  late: boolean;
  paper: boolean;
}

function tellActing(story: Story, chance: Chance, { late, paper }: Acting): void {
  const acting = chance.pick(['lead', 'deputy', 'foreman', 'technician-1', 'desk-1']);
  const answerNeeded = chance.is(0.3);
  const decision = { decision: '请落实并报结果', actingPersonId: person(acting), dueAt: time(story.now + (late ? 3 : 9) * day), ...(answerNeeded && { answerNeeded, answerBy: time(story.now + 12 * day) }) };
  story.post('director', incoming('decide'), decision, { clicks: clicksOf(chance) });
  if (chance.is(0.1)) story.post('clerk', incoming('finish'), { result: '已办' }, { refused: 'not-acting-person' });
  if (chance.is(0.2)) {
    story.post('clerk', incoming('supervise'), { supervisorId: person(acting) }, { refused: 'own-supervision' });
    story.post('clerk', incoming('supervise'), { supervisorId: person(acting === 'deputy' ? 'lead' : 'deputy') });
  }
  const waiting = chance.is(0.35) ? tellCirculation(story, chance, paper) : [];
  // Before its date, on it and after it somebody is told, and more and more of them.
  if (late) story.later(5 * day).post('clerk', incoming('remind'));
  story.later((late ? 2 : chance.whole(4)) * day).post(acting, incoming('finish'), { result: '已落实' }, { clicks: clicksOf(chance) });
  if (answerNeeded || waiting.length > 0) story.post('clerk', incoming('file'), {}, { refused: 'not-yet-to-file' });
  for (const each of waiting) story.later().post(each, incoming('mark-read'));
  if (answerNeeded) story.later().post(chance.is(0.5) ? acting : 'clerk', incoming('answer'), { how: '书面', answer: '已按要求办结' });
  if (chance.is(0.5)) story.later();
}

/** In order or to all at once; the first has read it by the end. @returns who has not, in their order */
function tellCirculation(story: Story, chance: Chance, paper: boolean): string[] {
  const from = chance.whole(readers.length);
  const named = Array.from({ length: 2 + chance.whole(2) }, (_, n) => readers[(from + n) % readers.length]!);
  const ordered = chance.is(0.6);
  story.post('clerk', incoming('circulate'), { readerIds: named.map(person), ordered });
  const [first, second] = named as [string, string];
  if (ordered) story.post(second, incoming('mark-read'), {}, { refused: 'not-your-turn-to-read' });
  story.later();
  if (paper) {
    story.take({ kind: 'read', by: 'clerk', path: '/api/incoming-documents/{incoming.id}', keep: 'slip' });
    story.post(first, '/api/incoming-documents/scan', { token: known('slip.slipToken'), place: '办公室' });
  }
  story.post(first, incoming('mark-read'));
  return named.slice(1);
}
