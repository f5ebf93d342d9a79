import type { Chance } from './chance';
import { overseer, tellJoiners, type Planned } from './planned-complaint';
import { day, hour } from './slots';
import { homeOf, known, person, residentOf, time, type Value } from './step';
import type { Story } from './story';
import type { Town } from './town';

export interface Case {
  town: Town;
  story: Story;
  chance: Chance;
  planned: Planned;
}

type Decision = 'ours' | 'partly-ours' | 'not-ours' | 'unfounded';
/** What comes of a round: over, or once more with somebody new. */
type RoundEnd = 'over' | 'disputed' | 'left';

const complaint = (verb: string): string => `/api/complaints/{complaint.id}/${verb}`;
const handler = { as: 'handler' } as const;

/** Who may have a case on which level, in the order in which they are asked. */
const byLevel = [['lead', 'deputy', 'director'], ['lead', 'deputy', 'director', 'company'], ['deputy', 'director', 'company'], ['director', 'company']] as const;
/** Of one about somebody's manner: their superior had it first, perhaps the deputy, and nobody below may have it after that. */
const ofManner = [['lead', 'deputy', 'director'], ['deputy', 'director', 'company'], ['director', 'company']] as const;
/** Of a major one; then the office has nobody new any more. */
const ofMajor = [['director'], ['director', 'company']] as const;
const finalLevel = 3;

/** From the record to the end: round by round, one level up each time (W2.3). */
export function tellRounds(told: Case): void {
  const { story, chance, planned } = told;
  // Nobody ever takes it: its clocks tell the lead, the director, the company.
  if (chance.is(0.03) && planned.sure === undefined) return;
  const growth = tellGrowth(told);
  const { joiners } = growth;
  const major = growth.major || planned.major;
  const levels = levelsOf(planned, major);
  const goesToTheEnd = chance.is(0.03);
  for (let level = 0; level < levels.length; level++) {
    const first = level === 0 && !major && planned.about === undefined ? [planned.agent] : [];
    const end = tellRound(told, { level, choose: [...first, ...levels[level]!], mayDispute: level + 1 < levels.length || level === finalLevel, goesToTheEnd, major, joiners });
    if (end !== 'disputed' || story.isOver) return;
    story.later().take({ kind: 'read', by: overseer(planned), path: '/api/complaints/{complaint.id}', keep: 'complaint' });
  }
}

function levelsOf({ kind, about }: Planned, major: boolean): readonly (readonly string[])[] {
  if (about === 'director') return [['company']];
  if (major) return ofMajor;
  return kind === 'attitude' ? ofManner : byLevel;
}

/** What makes it larger before anybody has decided: whether it is a major one by that, and how many complain besides. */
function tellGrowth({ town, story, chance, planned }: Case): { major: boolean; joiners: number } {
  // Whoever complained in the one that was merged complains in this one.
  if (planned.sure === 'merged' || planned.sure === 'merged-again') return { major: false, joiners: 1 };
  // Who complains from no known home joins nobody's household.
  const joiners = chance.is(0.05) ? 1 + chance.whole(3) : chance.is(0.02) ? 5 : 0;
  const first = planned.about === 'director' ? 0 : joiners;
  const joined = tellJoiners(town, story, planned, first);
  if (first > 0) story.later();
  const byHand = !planned.major && first === 0 && planned.about === undefined && chance.is(0.02);
  if (byHand) story.post('lead', complaint('mark-major'), { reason: '影响面大' }, { keep: 'complaint' }).later();
  return { major: byHand || first >= 5, joiners: joined };
}

interface Round {
  level: number;
  choose: readonly string[];
  mayDispute: boolean;
  goesToTheEnd: boolean;
  major: boolean;
  joiners: number;
}

function tellRound(told: Case, { level, choose, mayDispute, goesToTheEnd, major, joiners }: Round): RoundEnd {
  const { story, chance, planned } = told;
  story.take({ kind: 'assign', by: overseer(planned), choose });
  if (level === 0) story.post(handler, complaint('acknowledge'), { how: 'telephone' }, { keep: 'complaint' });
  const extended = planned.sure === 'extension' && level === 0;
  if (chance.is(0.04) && !extended) return 'left';
  story.later(hour).post(handler, complaint('verify'), { findings: '已到现场核实' }, { keep: 'complaint' });
  const decided = chance.weighted<Decision>({ ours: 45, 'partly-ours': 18, 'not-ours': 20, unfounded: 17 });
  const decision = extended ? 'ours' : decided;
  story.later(chance.whole(2) * day).post(handler, complaint('decide'), { decision, reason: '依据核实情况' }, { keep: 'complaint' });
  if (decision === 'ours' || decision === 'partly-ours') tellHandling(told, decision, level);
  else tellExplanation(story, chance, decision);
  if (chance.is(0.03)) return 'left';
  story.later(hour).post(handler, complaint('feedback'), { how: chance.pick(['telephone', 'visit', 'message', 'letter']), words: '知道了' }, { keep: 'complaint' });
  return tellAnswer(told, { level, mayDispute, goesToTheEnd, major, joiners });
}

/** Ours: an apology and a date, tasks and repairs, once more time, a result. */
function tellHandling({ town, story, chance, planned }: Case, decision: Decision, level: number): void {
  // Without its branch's fields nothing goes on.
  if (chance.is(0.1)) story.post(handler, complaint('begin-handling'), { apology: '对不起' }, { refused: 'branch-incomplete' }).later();
  const said = { apology: '我们疏忽了，向您道歉', promisedAt: { ref: 'promise', at: story.now + 2 * day } as const };
  story.post(handler, complaint('begin-handling'), decision === 'partly-ours' ? { ...said, explanation: '另一部分不属我方' } : said, { keep: 'complaint' });
  if (level === 0 && (chance.is(0.12) || planned.sure === 'extension')) tellExtension(story, chance, planned);
  if (level === 0 && chance.is(0.35)) {
    const owner = planned.about === 'clerk' ? 'lead' : 'clerk';
    story.later().post(handler, complaint('tasks'), { what: '补做并拍照', ownerId: person(owner), dueAt: time(story.now + day) }, { keep: 'complaint' });
    story.post(handler, complaint('result'), { result: '已处理' }, { refused: 'work-open' });
    story.later(hour).take({ kind: 'read', by: handler, path: '/api/complaints/{complaint.id}', keep: 'complaint' });
    // Before it there may be tasks to tell somebody who has no account of the extension.
    story.post(handler, complaint('finish-task'), { taskId: known('complaint.file.tasks.last.id'), done: '已完成' }, { keep: 'complaint' });
  }
  if (level === 0 && chance.is(0.15)) {
    const report = { category: 'light', description: '与投诉有关的维修', location: { homeId: homeOf(planned.household) } };
    story.later().post(planned.agent, '/api/repair-requests', report, { keep: 'repair', name: 'repair' });
    story.later().post(handler, complaint('link-repair'), { repairRequestId: known('repair.id') }, { keep: 'complaint' });
    if (chance.is(0.6)) story.later().take({ kind: 'carry-repair', turn: chance.whole(1_000), repair: 'repair.id', workDone: '已修好' });
    else story.later().post(town.agent(chance), '/api/repair-requests/{repair.id}/cancel', { reason: '已无需维修' });
  }
  story.later(chance.whole(2) * day).post(handler, complaint('result'), { result: '已处理完毕' }, { keep: 'complaint' });
}

/** One at most, by somebody else's approval, told before the old date (W2.3). A hotline leaves no room for it, and above the company, which has one about the director, there is nobody. */
function tellExtension(story: Story, chance: Chance, { about, hotline, sure }: Planned): void {
  if (hotline || about === 'director') return;
  story.later().post(handler, complaint('request-extension'), { until: { ref: 'extension' }, reason: '等待配件' }, { keep: 'complaint' });
  const approved = chance.is(0.75) || sure === 'extension';
  story.post({ as: 'approver' }, complaint('approve-extension'), { approved }, { keep: 'complaint' });
  if (!approved) return;
  story.post(handler, complaint('announce-extension'), { how: 'telephone' }, { keep: 'complaint' });
  story.post(handler, complaint('request-extension'), { until: { ref: 'extension' }, reason: '再次延期' }, { refused: 'extension-used' });
}

/** Not ours: what it is and what help was given; unlawful things are stopped, recorded and reported. */
function tellExplanation(story: Story, chance: Chance, decision: Decision): void {
  const unlawful = decision === 'not-ours' && chance.is(0.25);
  story.later().post(
    handler,
    complaint('explain'),
    {
      explanation: '不属我方管理范围',
      ...(decision === 'not-ours' && { helpGiven: '已协助联系有关部门' }),
      ...(unlawful && {
        unlawful: { stopped: '已当场劝阻', record: '拍照并记录', authority: '城管执法队', reference: 'CG-1', reportedAt: time(story.now - 30 * 60_000) },
      }),
    },
    { keep: 'complaint' },
  );
}

interface Answering {
  level: number;
  mayDispute: boolean;
  goesToTheEnd: boolean;
  major: boolean;
  joiners: number;
}

function tellAnswer({ town, story, chance, planned }: Case, { level, mayDispute, goesToTheEnd, major, joiners }: Answering): RoundEnd {
  const toldAt = story.now;
  const byDesk = town.colleagueOf(planned.agent);
  const own = chance.is(0.3) && town.households[planned.household]!.hasAccount && story.id.startsWith('portal');
  const by = own ? residentOf(planned.household) : byDesk;
  const disputes = mayDispute && (goesToTheEnd || chance.is(0.14));
  const course = disputes ? 'disputed' : chance.weighted({ accepted: 86, 'no-answer': 14 });
  // Whoever handles it does not accept for the complainant.
  if (!disputes && chance.is(0.1)) story.later().post(handler, complaint('answer'), { answer: 'accepted' }, { refused: 'own-answer' });
  story.later(course === 'no-answer' ? 73 * hour : 3 * hour);
  const said = { answer: course, ...(course === 'disputed' && { words: '我不同意' }) };
  if (joiners === 0 || course === 'no-answer') story.post(course === 'no-answer' ? byDesk : by, complaint('answer'), said);
  else {
    // Of several each answers for themselves; one who disputes takes it one level up for all.
    story.take({ kind: 'read', by: overseer(planned), path: '/api/complaints/{complaint.id}', keep: 'complaint', name: `whose-answer-${level}` });
    const of = (nth: number) => ({ how: 'telephone', complainantId: known(`complaint.complainants.${nth}.id`) });
    story.post(by, complaint('answer'), own ? said : { ...said, ...of(0) }, { name: `answer-${level}-0` });
    // The silence of the others is an answer after three days, which a quiet time is longer than.
    const others = (course === 'disputed' && level < finalLevel) || story.now - toldAt > 3 * day ? 0 : joiners;
    for (let nth = 1; nth <= others; nth++) story.post(byDesk, complaint('answer'), { answer: 'accepted', ...of(nth) }, { name: `answer-${level}-${nth}` });
  }
  if (course === 'disputed') return level === finalLevel ? 'over' : 'disputed';
  // After a major one the director asks, or the company, if they did not have it themselves.
  const nobodyMayAsk = major && (level > 0 || planned.about === 'director');
  if (nobodyMayAsk || !chance.is(0.7)) return 'over';
  const unsatisfied = mayDispute && level < finalLevel && chance.is(0.08);
  const outcome: Record<string, Value> = unsatisfied ? { result: 'unsatisfied', comment: '还是老样子' } : chance.is(0.9) ? { result: 'satisfied', rating: 5 } : { result: 'unreachable' };
  story.later(day).take({ kind: 'follow-up', by: major ? { as: 'asker' } : byDesk, of: 'complaintId', subject: 'complaint.id', outcome });
  return unsatisfied ? 'disputed' : 'over';
}
