import type { FieldCipher } from '@property-office/access';
import { PersonNotices } from '@property-office/backbone';
import { Deadlines, OfficeRules } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import type { ComplaintEvent } from '../domain/complaint-event';
import type { PromiseMove } from '../domain/complaint-promises';
import { complaintStates } from '../domain/complaint-states';
import { suggestionStates, type SuggestionState } from '../domain/suggestion-states';
import { CloseComplaint } from '../features/answer-feedback/close-complaint';
import { DisputeComplaint } from '../features/answer-feedback/dispute-complaint';
import { HandOver } from '../features/assign-complaint/hand-over';
import { AddComplainant } from '../features/join-complaint/add-complainant';
import { MarkMajorHandler } from '../features/mark-major/mark-major.handler';
import { TakeOverComplaint } from '../features/merge-complaint/take-over-complaint';
import { AttitudeSuperiors } from '../features/record-complaint/attitude-superiors';
import { FileComplaint } from '../features/record-complaint/file-complaint';
import { FirstHandler } from '../features/record-complaint/first-handler';
import { FileSuggestion } from '../features/record-suggestion/file-suggestion';
import { TellComplainants } from '../features/tell-complainants/tell-complainants';
import { Answers } from '../persistence/answers';
import { Complainants } from '../persistence/complainants';
import { ComplainantNotices } from '../persistence/complainant-notices';
import { CauseMeasures } from '../persistence/cause-measures';
import { ComplaintClocks } from '../persistence/complaint-clocks';
import type { Complaint } from '../persistence/complaint.entity';
import { Complaints, unnamed } from '../persistence/complaints';
import { MeasureClocks } from '../persistence/measure-clocks';
import { PastRounds } from '../persistence/past-rounds';
import type { Suggestion } from '../persistence/suggestion.entity';
import { StrangerTasks } from '../persistence/stranger-tasks';
import { SuggestionClocks } from '../persistence/suggestion-clocks';
import { Suggestions } from '../persistence/suggestions';
import { TaskClocks } from '../persistence/task-clocks';
import { Tasks } from '../persistence/tasks';
import { demoComplaints, demoFollowed, demoSuggestions } from './demo-cases';
import { seedDemoMeasures } from './seed-demo-measures';
import { seedDemoSpecial } from './seed-demo-special';
import { seedDemoTasks } from './seed-demo-tasks';

/** Who takes part in the demonstration, by id. */
export interface DemoPeople {
  siteId: string;
  homeId: string;
  residentId: string;
  deskId: string;
  /** Whom one complaint is about. */
  technicianId: string;
  /** Who holds which role, as directory's events will say: a major case is the director's at once. */
  grants: Array<{ id: string; personId: string; role: string; siteId: string | null; from: string; until: string | null }>;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Without an account. */
const neighbour = { personId: null, homeId: null, contact: { name: '郑先生', phone: '12000009922' }, contactId: null };

/** What the desk does in turn, up to the feedback: the event and what it changes. */
function steps(now: Date, deskId: string): Array<[ComplaintEvent & { kind: PromiseMove }, Partial<Complaint>]> {
  const handled = { handlerId: deskId, handlerIds: [deskId] };
  return [
    [{ kind: 'assigned', formerHandlerId: null, circle: null }, handled],
    [{ kind: 'acknowledged' }, { state: 'acknowledged' }],
    [{ kind: 'verified', attachmentIds: [] }, { state: 'verifying', findings: '现场查看属实' }],
    [{ kind: 'decided' }, { state: 'decided', decision: 'ours', decisionReason: '属我方职责', decidedBy: deskId, decidedAt: now }],
    [{ kind: 'handling-begun' }, { state: 'handling', apology: '对不起，给您添麻烦了', promisedAt: new Date(now.getTime() + 3 * day) }],
    [{ kind: 'result-recorded', attachmentIds: [] }, { state: 'awaiting-feedback', result: '已处理，并调整了排班' }],
    [{ kind: 'feedback-given' }, { feedbackHow: 'telephone', feedbackWords: '知道了', feedbackAt: now }],
  ];
}

/** How many of the steps lie before a state. */
const stepsBefore = { recorded: 0, acknowledged: 2, verifying: 3, decided: 4, handling: 5, 'awaiting-feedback': 6, disputed: 7, closed: 7, merged: 0 } as const;

/** One complaint and one suggestion in each state, and the complaints that go another way, in a schema where there is none (DEMO=1): same rules, same ledger. */
export async function seedDemoCases(parts: { database: Database; fieldCipher: FieldCipher }, people: DemoPeople): Promise<void> {
  const { database } = parts;
  const ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined });
  const complaints = new Complaints(ledger);
  const complainants = new Complainants(database, parts.fieldCipher);
  const deadlines = new Deadlines(new OfficeRules(database), new TimerLoop(database, { warn: () => undefined }));
  const clocks = new ComplaintClocks(deadlines, complaints, complainants);
  clocks.onModuleInit();
  const notices = new ComplainantNotices(new PersonNotices('complainant_notice'));
  const first = new FirstHandler(complainants);
  const filing = new FileComplaint(complaints, clocks, complainants, first, new AttitudeSuperiors(complainants), notices);
  const tasks = new Tasks(database);
  const taskClocks = new TaskClocks(deadlines, complaints, complainants, tasks);
  taskClocks.onModuleInit();
  const tellings = new StrangerTasks(complaints, tasks, taskClocks);
  const answers = new Answers(database);
  const closing = new CloseComplaint(complaints, clocks, complainants, answers, tellings);
  const handingOver = new HandOver(first, tellings);
  const major = new MarkMajorHandler(complaints, clocks, first, handingOver);
  const adding = new AddComplainant(complaints, clocks, complainants, major, notices);
  const takingOver = new TakeOverComplaint(complaints, clocks, complainants, adding, major, notices, tellings);
  const disputing = new DisputeComplaint(complaints, clocks, new PastRounds(database), handingOver, new TellComplainants(complainants, notices), complainants);
  const suggestions = new Suggestions(ledger, database);
  const suggestionClocks = new SuggestionClocks(deadlines, suggestions);
  suggestionClocks.onModuleInit();
  const suggesting = new FileSuggestion(suggestions, suggestionClocks, complainants, notices);
  const measures = new CauseMeasures(ledger, database);
  const measureClocks = new MeasureClocks(deadlines, measures);
  measureClocks.onModuleInit();

  const filed = async (tx: Transaction) => ({
    id: newId(),
    siteId: people.siteId,
    sequence: await next(tx, 'complaint_number'),
    rules: await clocks.book(tx),
    channel: 'portal' as const,
    aboutPersonIds: [],
    aboutCrewIds: [],
    injuryOrSafety: false,
    households: 1,
    hotlineNumber: null,
    hotlineDeadline: null,
    attachmentIds: [],
  });

  await database.transaction(async (tx) => {
    if ((await tx.query('SELECT 1 FROM complaint LIMIT 1')).length > 0) return;
    const { siteId, homeId, residentId, deskId } = people;
    const act: Act = { actor: { personId: deskId, role: 'desk' }, happenedAt: tx.now };
    const own = unnamed(act);
    const resident = { personId: residentId, homeId, contact: null, contactId: null };
    let handled: Complaint | undefined;
    const inEachState: Array<(typeof demoFollowed)[number]> = complaintStates.map((state) => demoComplaints.find((each) => each.state === state)!);
    for (const { state, kind, words, hoursAgo, disputed } of [...inEachState, ...demoFollowed]) {
      const done = hoursAgo === undefined ? act : { ...act, happenedAt: new Date(tx.now.getTime() - hoursAgo * hour), lateReason: '手工登记后补录' };
      const said = unnamed(done);
      const complaint = await filing.execute(tx, said, {
        ...(await filed(tx)),
        kind,
        words,
        complainant: { ...(state === 'merged' ? neighbour : resident), words },
      });
      for (const [event, changes] of steps(done.happenedAt, deskId).slice(0, stepsBefore[state])) {
        complaints.advance(tx, complaint, done, event, changes);
        await clocks.keep(tx, complaint, done, event.kind);
        if (changes.promisedAt) await clocks.agree(tx, complaint, changes.promisedAt, done.happenedAt);
      }
      if (complaint.handlerId) first.grant(tx, complaint, deskId);
      if (state === 'handling') {
        handled = complaint;
        await seedDemoTasks(tx, complaint, act, { complaints, tasks, clocks: taskClocks, rules: await clocks.book(tx) });
      }
      if (state === 'disputed') await disputing.execute(tx, complaint, own, 'complainant', '还在漏');
      if (state === 'merged' && handled) {
        const [into, { id, number, state: from }] = [handled, complaint];
        const merged = { state, mergedInto: into.id, mergedIntoNumber: into.number, mergeReason: '同一楼道的同一问题' };
        complaints.advance(tx, complaint, act, { kind: 'merged', into: { id: into.id, number: into.number }, from }, merged);
        await takingOver.execute(tx, into, complaint, act, { id, number });
        await clocks.end(tx, complaint, tx.now);
      }
      if (state === 'closed') for (const { id: complainantId } of await complainants.within(tx, complaint.id))
        answers.keep(tx, complaint, { complainantId, answer: 'accepted', how: null, words: '谢谢', answeredAt: done.happenedAt, recordedBy: null });
      if (state === 'closed') await closing.execute(tx, complaint, said, 'accepted', '谢谢');
      if (disputed !== undefined) await disputing.execute(tx, complaint, said, 'complainant', disputed);
    }
    for (const { id, personId, role, siteId: at, from, until } of people.grants)
      tx.send('INSERT INTO office_role (id, person_id, role, site_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING', [id, personId, role, at, from, until]);
    await seedDemoSpecial(tx, own, { filing, adding, technicianId: people.technicianId }, async () => ({
      ...(await filed(tx)),
      by: { personId: residentId, homeId, contact: null, words: null, contactId: null },
    }));
    await seedDemoMeasures(tx, { measures, clocks: measureClocks, rules: await clocks.book(tx) }, people);
    for (const state of suggestionStates) {
      const { words, adopted } = demoSuggestions.find((each) => each.state === state)!;
      const made = { id: newId(), siteId, sequence: await next(tx, 'suggestion_number'), rules: await clocks.book(tx), words, madeBy: residentId, contact: null, attachmentIds: [] };
      const suggestion = suggesting.execute(tx, own, made);
      for (const step of suggestionSteps(state, adopted ?? true, tx.now, deskId)) {
        suggestions.advance(tx, suggestion, act, ...step);
        if (step[0].kind === 'adopted') await suggestionClocks.adopted(tx, suggestion, tx.now);
        if (step[0].kind === 'reviewed') await suggestionClocks.keep(tx, suggestion, 'review-suggestion', tx.now);
        if (step[0].kind === 'carried-out') await suggestionClocks.keep(tx, suggestion, 'outcome', tx.now);
      }
    }
  });
}

type SuggestionStep = [Parameters<Suggestions['advance']>[3], Partial<Suggestion>];

function suggestionSteps(state: SuggestionState, adopted: boolean, now: Date, deskId: string): SuggestionStep[] {
  const plan = { adopted: true, plan: '下月安排', ownerId: deskId, dueAt: new Date(now.getTime() + 30 * day) };
  const decided: SuggestionStep = adopted
    ? [{ kind: 'adopted' }, { state: 'adopted', ...plan }]
    : [{ kind: 'declined' }, { state: 'declined', adopted: false, declineReason: '有安全隐患' }];
  const all: SuggestionStep[] = [
    [{ kind: 'reviewed' }, { state: 'reviewed', opinion: '可行', reviewedBy: deskId }],
    decided,
    [{ kind: 'answered' }, { state: 'answered', answerHow: 'message', answer: '谢谢您的建议' }],
    [{ kind: 'carried-out' }, { state: 'carried-out', outcome: '已落实' }],
  ];
  return all.slice(0, { recorded: 0, reviewed: 1, adopted: 2, declined: 2, answered: 3, 'carried-out': 4 }[state]);
}

async function next(tx: Transaction, sequence: 'complaint_number' | 'suggestion_number'): Promise<number> {
  const [row] = await tx.query<{ n: string }>('SELECT nextval($1::regclass) AS n', [sequence]);
  return Number(row!.n);
}
