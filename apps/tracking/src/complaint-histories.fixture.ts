import { complaintDecisions, complaintKinds, type ComplaintDecision, type EventType, type EventData } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import fc from 'fast-check';
import { Ledgers, minutesAfter } from './ledgers.fixture';

const day = 24 * 60;
const minutes = fc.integer({ min: 1, max: 3 * day });

const round = fc.record({
  decision: fc.constantFrom(...complaintDecisions),
  /** Minutes from the decision to the date that is promised, and to what an extension makes of it. */
  promisedWithin: fc.integer({ min: 1, max: 4 * day }),
  extendedBy: fc.option(fc.integer({ min: 1, max: 4 * day })),
  answer: fc.constantFrom('accepted', 'no-answer', 'dissent'),
  dissentRecorded: fc.boolean(),
  followUp: fc.option(fc.record({ result: fc.constantFrom('satisfied', 'unsatisfied', 'unreachable'), rating: fc.option(fc.integer({ min: 1, max: 5 })) })),
});

/** One complaint: as many steps of its rounds as came to pass. */
export const complaintHistory = fc.record({
  site: fc.nat(1),
  at: fc.integer({ min: 0, max: 60 * day }),
  kind: fc.constantFrom(...complaintKinds.slice(0, 3)),
  channel: fc.constantFrom('portal', 'desk', 'hotline'),
  major: fc.boolean(),
  madeMajor: fc.boolean(),
  dueWithin: fc.integer({ min: 1, max: 10 * day }),
  /** Of who joins through a hotline, or of what is merged into it, in turn: minutes from then by which it is due; null: its deadline does not lead. */
  hotlines: fc.array(fc.option(fc.integer({ min: 1, max: 8 * day })), { maxLength: 4 }),
  /** Another one goes on for it; none of its other steps came to pass. */
  merged: fc.constantFrom(true, false, false, false),
  /** That was taken back, and the others did. */
  unmerged: fc.boolean(),
  /** Another one was merged into it, which was taken back: whether that made it a major one, by when it was due, and what was late by it meanwhile. */
  undone: fc.array(fc.record({ major: fc.boolean(), within: minutes, late: fc.option(fc.record({ promise: fc.constantFrom('first-contact', 'reply'), within: minutes, shownOnTime: fc.boolean() })) }), { maxLength: 2 }),
  /** The date is far ahead: it is not over. */
  dueAhead: fc.boolean(),
  /** Minutes after it was recorded that a promise was due which was not kept by then, as far as was known. */
  escalated: fc.array(fc.record({ promise: fc.constantFrom('first-contact', 'reply', 'solved'), within: fc.integer({ min: 1, max: 6 * day }), round: fc.integer({ min: 1, max: 2 }) }), { maxLength: 3 }),
  hidden: fc.constantFrom('no', 'no', 'no', 'person', 'crew', 'crew-later'),
  rounds: fc.array(round, { minLength: 1, maxLength: 4 }),
  steps: fc.integer({ min: 0, max: 40 }),
  pauses: fc.infiniteStream(minutes),
});
export type ComplaintHistory = typeof complaintHistory extends fc.Arbitrary<infer H> ? H : never;

const isOurs = (decision: ComplaintDecision): boolean => decision === 'ours' || decision === 'partly-ours';

/** Complaints that go on in others: merged, and that was not taken back. */
export function mergedIn(ledgers: Ledgers): ReadonlySet<string> {
  const left = new Set(ledgers.of('complaints.complaint-unmerged.v1').map(({ subject }) => subject));
  return new Set(ledgers.of('complaints.complaint-merged.v1').flatMap(({ subject }) => (left.has(subject) ? [] : [subject])));
}

/** Writes a complaint as complaints and followups announce it: what it is in the end is read from the ledgers. */
export function complain(ledgers: Ledgers, siteId: string, begin: Date, reader: { personId: string; crews: string[] }, told: ComplaintHistory): string {
  const id = newId();
  let at = minutesAfter(begin, told.at);
  let left = told.steps;
  const pause = (): void => {
    const { value } = told.pauses.next();
    at = minutesAfter(at, value as number);
  };
  const happens = <T extends EventType>(type: T, data: EventData<T>): void => {
    left -= 1;
    if (left < 0) return;
    pause();
    ledgers.record(type, { id, siteId, at }, data);
  };
  const hiddenFrom = { personIds: told.hidden === 'person' ? [reader.personId] : [newId()], crewIds: told.hidden === 'crew' ? reader.crews : [] };
  const number = 'S-20250301-10001';
  ledgers.record('complaints.complaint-recorded.v1', { id, siteId, at }, {
    number, round: 1, handlerId: null, level: 0, major: told.major, majorBecause: [], kind: told.kind, channel: told.channel, about: hiddenFrom, hiddenFrom,
    dueAt: told.dueAhead ? '2990-01-01T00:00:00.000Z' : minutesAfter(at, told.dueWithin).toISOString(), attachmentIds: [],
  });
  for (const { promise, within, round: inRound } of told.escalated)
    ledgers.record('complaints.complaint-escalated.v1', { id, siteId, at }, {
      number, round: inRound, deadlineId: newId(), promise, class: 'complaint', dueAt: minutesAfter(at, within).toISOString(), level: 'responsible', to: 'responsible',
      outcome: 'told', reached: 'responsible', told: [],
    });
  if (told.hidden === 'crew-later') ledgers.record('complaints.complaint-hidden.v1', { id, siteId, at }, { number, round: 1, hiddenFrom: { personIds: [], crewIds: reader.crews } });
  for (const { major, within, late } of told.undone) {
    const says = <T extends EventType>(type: T, data: EventData<T>): void => ledgers.record(type, { id, siteId, at }, data);
    const from = ledgers.versionOf(id) + 1;
    pause();
    const handled = { number, round: 1, handlerId: null, level: 0 };
    const double = { number, round: 1, households: 2, complainants: 2, double: { id: newId(), number: 'C-3' } };
    if (major) says('complaints.complaint-made-major.v1', { ...handled, majorBecause: ['theft'] });
    says('complaints.complaint-double-joined.v1', { ...double, dueAt: minutesAfter(at, within).toISOString() });
    const to = ledgers.versionOf(id);
    if (late) {
      const promised = { number, round: 1, deadlineId: newId(), promise: late.promise, class: 'complaint', dueAt: minutesAfter(at, late.within).toISOString(), level: 'responsible' };
      says('complaints.complaint-escalated.v1', { ...promised, to: 'responsible', outcome: 'told', reached: 'responsible', told: [] });
      if (late.shownOnTime) says('complaints.complaint-shown-on-time.v1', promised);
    }
    says('complaints.complaint-double-left.v1', { ...double, ...handled, major: false, majorBecause: [], dueAt: null, undone: { from, to } });
  }
  if (told.madeMajor) happens('complaints.complaint-made-major.v1', { number, round: 1, handlerId: null, level: 0, majorBecause: ['by-hand'] });
  happens('complaints.complaint-acknowledged.v1', { number, round: 1 });
  for (const [nth, within] of told.hotlines.entries()) {
    const more = { number, round: 1, households: 2, complainants: 2, ...(within !== null && { dueAt: minutesAfter(at, within).toISOString() }) };
    if (nth % 2 === 0) happens('complaints.complaint-joined.v1', more);
    else happens('complaints.complaint-double-joined.v1', { ...more, double: { id: newId(), number: 'C-2' } });
  }
  if (told.merged && told.unmerged) {
    ledgers.record('complaints.complaint-merged.v1', { id, siteId, at }, { number, round: 1, into: { id: newId(), number: 'C-1' }, from: 'acknowledged' });
    ledgers.record('complaints.complaint-unmerged.v1', { id, siteId, at }, { number, round: 1, handlerId: null, level: 0, into: { id: newId(), number: 'C-1' }, state: 'acknowledged' });
  } else if (told.merged) {
    happens('complaints.complaint-merged.v1', { number, round: 1, into: { id: newId(), number: 'C-1' }, from: 'acknowledged' });
    return id;
  }
  told.rounds.forEach((each, index) => {
    const which = { number, round: index + 1 };
    if (index > 0)
      happens('complaints.complaint-disputed.v1', { ...which, level: Math.min(index, 3), final: index >= 3, because: 'complainant', formerHandlerId: null });
    happens('complaints.complaint-decided.v1', { ...which, decision: each.decision });
    if (isOurs(each.decision)) {
      const promisedAt = minutesAfter(at, each.promisedWithin);
      happens('complaints.handling-begun.v1', { ...which, promisedAt: promisedAt.toISOString() });
      if (each.extendedBy !== null)
        happens('complaints.extension-told.v1', { ...which, before: promisedAt.toISOString(), until: minutesAfter(promisedAt, each.extendedBy).toISOString() });
      happens('complaints.result-recorded.v1', { ...which, attachmentIds: [] });
    } else happens('complaints.complaint-explained.v1', { ...which, unlawful: false, reportedAt: null });
    happens('complaints.feedback-given.v1', { ...which, how: 'telephone' });
    happens('complaints.complaint-closed.v1', {
      ...which, major: told.major, majorBecause: [], kind: told.kind, decision: each.decision, answer: each.answer, level: Math.min(index, 3), households: 1, handlerIds: [],
      hiddenFrom, attachmentIds: [], complainedAt: at.toISOString(), decidedAt: at.toISOString(), feedbackAt: at.toISOString(), closedAt: at.toISOString(),
    });
    if (each.followUp && left > 0) {
      pause();
      ledgers.record('followups.complaint-follow-up-completed.v1', { id: newId(), siteId, at }, { complaintId: id, complaintNumber: number, round: index + 1, ...each.followUp });
    }
    if (each.dissentRecorded && index >= 3) happens('complaints.dissent-recorded.v1', { ...which, followUpId: newId() });
  });
  return id;
}
