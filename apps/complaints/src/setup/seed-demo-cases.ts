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
import { FileComplaint } from '../features/record-complaint/file-complaint';
import { FirstHandler } from '../features/record-complaint/first-handler';
import { FileSuggestion } from '../features/record-suggestion/file-suggestion';
import { TellComplainants } from '../features/tell-complainants/tell-complainants';
import { Complainants } from '../persistence/complainants';
import { ComplainantNotices } from '../persistence/complainant-notices';
import { ComplaintClocks } from '../persistence/complaint-clocks';
import type { Complaint } from '../persistence/complaint.entity';
import { Complaints, unnamed } from '../persistence/complaints';
import { PastRounds } from '../persistence/past-rounds';
import type { Suggestion } from '../persistence/suggestion.entity';
import { Suggestions } from '../persistence/suggestions';
import { demoComplaints, demoSuggestions } from './demo-cases';

/** Who takes part in the demonstration, by id. */
export interface DemoPeople {
  siteId: string;
  homeId: string;
  residentId: string;
  deskId: string;
}

const day = 86_400_000;

/** What the desk does in turn, up to the feedback: the event and what it changes. */
function steps(now: Date, deskId: string): Array<[ComplaintEvent & { kind: PromiseMove }, Partial<Complaint>]> {
  const handled = { handlerId: deskId, handlerIds: [deskId] };
  return [
    [{ kind: 'assigned', formerHandlerId: null }, handled],
    [{ kind: 'acknowledged' }, { state: 'acknowledged' }],
    [{ kind: 'verified', attachmentIds: [] }, { state: 'verifying', findings: '现场查看属实' }],
    [{ kind: 'decided' }, { state: 'decided', decision: 'ours', decisionReason: '属我方职责', decidedBy: deskId, decidedAt: now }],
    [{ kind: 'handling-begun' }, { state: 'handling', apology: '对不起，给您添麻烦了', promisedAt: new Date(now.getTime() + 3 * day) }],
    [{ kind: 'result-recorded', attachmentIds: [] }, { state: 'awaiting-feedback', result: '已处理，并调整了排班' }],
    [{ kind: 'feedback-given' }, { feedbackHow: 'telephone', feedbackWords: '知道了', feedbackAt: now }],
  ];
}

/** How many of the steps lie before a state. */
const stepsBefore = { recorded: 0, acknowledged: 2, verifying: 3, decided: 4, handling: 5, 'awaiting-feedback': 6, disputed: 7, closed: 7 } as const;

/** One complaint and one suggestion in each state, in a schema where there is none (DEMO=1): same rules, same ledger. */
export async function seedDemoCases(parts: { database: Database; fieldCipher: FieldCipher }, people: DemoPeople): Promise<void> {
  const { database } = parts;
  const ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined });
  const complaints = new Complaints(ledger);
  const complainants = new Complainants(database, parts.fieldCipher);
  const clocks = new ComplaintClocks(new Deadlines(new OfficeRules(database), new TimerLoop(database, { warn: () => undefined })), complaints, complainants);
  clocks.onModuleInit();
  const notices = new ComplainantNotices(new PersonNotices('complainant_notice'));
  const first = new FirstHandler(complainants);
  const filing = new FileComplaint(complaints, clocks, complainants, first, notices);
  const closing = new CloseComplaint(complaints, clocks, complainants);
  const disputing = new DisputeComplaint(complaints, clocks, new PastRounds(database), first, new TellComplainants(complainants, notices));
  const suggestions = new Suggestions(ledger, database);
  const suggesting = new FileSuggestion(suggestions, complainants, notices);

  await database.transaction(async (tx) => {
    if ((await tx.query('SELECT 1 FROM complaint LIMIT 1')).length > 0) return;
    const { siteId, homeId, residentId, deskId } = people;
    const act: Act = { actor: { personId: deskId, role: 'desk' }, happenedAt: tx.now };
    const own = unnamed(act);
    for (const state of complaintStates) {
      const { kind, words } = demoComplaints.find((each) => each.state === state)!;
      const complaint = await filing.execute(tx, own, {
        id: newId(),
        siteId,
        sequence: await next(tx, 'complaint_number'),
        rules: await clocks.book(tx),
        kind,
        channel: 'portal',
        words,
        complainant: { personId: residentId, homeId, contact: null, words, contactId: null },
        aboutPersonIds: [],
        aboutCrewIds: [],
        injuryOrSafety: false,
        hotlineNumber: null,
        hotlineDeadline: null,
        attachmentIds: [],
      });
      for (const [event, changes] of steps(tx.now, deskId).slice(0, stepsBefore[state])) {
        complaints.advance(tx, complaint, act, event, changes);
        await clocks.keep(tx, complaint, act, event.kind);
        if (changes.promisedAt) await clocks.agree(tx, complaint, changes.promisedAt, tx.now);
      }
      if (complaint.handlerId) first.grant(tx, complaint, deskId);
      if (state === 'disputed') await disputing.execute(tx, complaint, own, 'complainant', '还在漏');
      if (state === 'closed') await closing.execute(tx, complaint, own, 'accepted', '谢谢');
    }
    for (const state of suggestionStates) {
      const { words, adopted } = demoSuggestions.find((each) => each.state === state)!;
      const made = { id: newId(), siteId, sequence: await next(tx, 'suggestion_number'), words, madeBy: residentId, contact: null, attachmentIds: [] };
      const suggestion = suggesting.execute(tx, own, made);
      for (const step of suggestionSteps(state, adopted ?? true, tx.now, deskId)) suggestions.advance(tx, suggestion, act, ...step);
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
