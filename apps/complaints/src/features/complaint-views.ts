import { Injectable } from '@nestjs/common';
import { AttachmentLinks, mayOn } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { ReadPromises, type PromiseView } from '@property-office/deadlines';
import { doorView, HomeCares, type Door } from '@property-office/home-care';
import { maskName, maskPhone } from '@property-office/kernel';
import { answerTo, type AnswerKind } from '../domain/answers';
import { promisesOfMajor, promisesOfRound } from '../domain/complaint-promises';
import type { Hotline } from '../domain/hotline';
import { AboutCorrections } from '../persistence/about-corrections';
import { Answers, type ComplainantAnswer } from '../persistence/answers';
import { Complainants, type Complainant } from '../persistence/complainants';
import type { Complaint } from '../persistence/complaint.entity';
import { Doubles } from '../persistence/doubles';
import { FollowedUp } from '../persistence/followed-up';
import { LinkedRepairs } from '../persistence/linked-repairs';
import { PastRounds } from '../persistence/past-rounds';
import { Tasks, type CaseTask } from '../persistence/tasks';
import type { ComplainantAnswerView, MaskedComplainantView } from './complainant.view';
import { fileFieldsOf, type CaseFileView, type CaseTaskView, type ComplaintDetailView } from './complaint-detail.view';
import { iso, viewOf, type ComplaintView } from './complaint.view';

/**
 * Complaints as the API shows them. A complainant, whatever other roles they hold, sees their own part of a case: their own
 * words and contact, and nothing of the file.
 */
@Injectable()
export class ComplaintViews {
  constructor(
    private readonly complainants: Complainants,
    private readonly tasks: Tasks,
    private readonly repairs: LinkedRepairs,
    private readonly rounds: PastRounds,
    private readonly corrections: AboutCorrections,
    private readonly answers: Answers,
    private readonly doubles: Doubles,
    private readonly links: AttachmentLinks,
    private readonly promises: ReadPromises,
    private readonly cares: HomeCares,
    private readonly followedUp: FollowedUp,
  ) {}

  async list(principal: Principal, complaints: Complaint[]): Promise<ComplaintView[]> {
    const ids = complaints.map(({ id }) => id);
    const [of, answers] = await Promise.all([this.complainants.of(ids), this.answers.of(ids)]);
    return complaints.map((complaint) => forReader(complaint, principal, of.get(complaint.id), answers.get(complaint.id)));
  }

  /** A case as one of its complainants sees it; answers to acts are kept for repeats, so nothing personal is in them. */
  toComplainant(complaint: Complaint, { words, said }: { words: string | null; said: AnswerKind }): ComplaintView {
    return { ...viewOf(complaint), ...hotlineIn(null), words: words ?? '', answer: answerTo(complaint.answer, said, false) };
  }

  async detail(principal: Principal, complaint: Complaint): Promise<ComplaintDetailView> {
    const all = (await this.complainants.of([complaint.id])).get(complaint.id) ?? [];
    const own = ownOf(principal, all);
    // Whoever deals with a case, or follows it up, knows what to mind at the doors of those who complain (W6.4).
    const cares = await this.cares.of(own || (await this.followedUp.isOver(complaint)) ? [] : all.flatMap(({ homeId, furtherHomeIds }) => [homeId, ...furtherHomeIds]));
    const link = (id: string) => this.links.linkTo(id);
    const isFirst = own !== undefined && own === all[0];
    const answers = (await this.answers.of([complaint.id])).get(complaint.id) ?? [];
    const lastOf = (each: Complainant) => lastAnswer(complaint, each, answers);
    const forDesk = mayOn(principal, 'complaints.mergeComplaint', complaint.siteId);
    return {
      ...forReader(complaint, principal, all, answers),
      households: await this.complainants.households(null, complaint.id),
      complainants: own ? [inFull(own, lastOf(own))] : all.map((each) => ({ ...masked(each, lastOf(each), forDesk), ...doorsOf(each, cares) })),
      // What each complainant sent is theirs; the others do not see it.
      attachments: [...(!own || isFirst ? complaint.attachmentIds : []), ...(own ? [own] : all).flatMap(({ attachmentIds }) => attachmentIds)].map(link),
      promises: await this.promisesOf(complaint),
      file: own ? null : await this.fileOf(complaint, answers),
    };
  }

  /** Whose paper it is: a complainant's own words, else those of the only one; of several each would read another's. */
  async wordsFor(principal: Principal, complaint: Complaint): Promise<string | null> {
    const all = (await this.complainants.of([complaint.id])).get(complaint.id) ?? [];
    const own = ownOf(principal, all);
    if (own) return own.words;
    return all.length > 1 ? null : complaint.words;
  }

  async promisesOf({ id: aggregateId, siteId, round: episode, majorBecause }: Complaint): Promise<PromiseView[]> {
    const made = [promisesOfRound(episode), ...(majorBecause.length > 0 ? [promisesOfMajor('recorded')] : [])];
    return (await Promise.all(made.map((each) => this.promises.of({ aggregateId, siteId, episode, ...each })))).flat();
  }

  private taskOf({ id, what, ownerId, dueAt, finishedAt, done, attachmentIds, cancelledAt, cancelReason, complainantId }: CaseTask): CaseTaskView {
    const attachments = attachmentIds.map((each) => this.links.linkTo(each));
    return { id, what, ownerId, dueAt: dueAt.toISOString(), finishedAt: iso(finishedAt), done, attachments, cancelledAt: iso(cancelledAt), cancelReason, complainantId };
  }

  private async fileOf(complaint: Complaint, answers: ComplainantAnswer[]): Promise<CaseFileView> {
    const { id } = complaint;
    const [tasks, repairs, pastRounds, corrections, doubles] = await Promise.all([
      this.tasks.of(id),
      this.repairs.of(id),
      this.rounds.of(id),
      this.corrections.of(id),
      this.doubles.of(id),
    ]);
    return {
      ...fileFieldsOf(complaint),
      tasks: tasks.map((task) => this.taskOf(task)),
      repairs,
      doubles,
      answers: answers.map(answerIn),
      pastRounds,
      corrections: corrections.map((each) => ({ ...each, correctedAt: each.correctedAt.toISOString() })),
      evidence: complaint.evidenceIds.map((each) => this.links.linkTo(each)),
    };
  }
}

function ownOf({ personId }: Principal, complainants: Complainant[] = []): Complainant | undefined {
  return complainants.find((each) => each.personId === personId);
}

function lastAnswer({ round }: Complaint, { id }: Complainant, answers: ComplainantAnswer[]): ComplainantAnswer | undefined {
  return answers.findLast((each) => each.complainantId === id && each.round === round);
}

function forReader(complaint: Complaint, principal: Principal, all: Complainant[] = [], answers: ComplainantAnswer[] = []): ComplaintView {
  const own = ownOf(principal, all);
  if (!own) return viewOf(complaint);
  const answer = answerTo(complaint.answer, lastAnswer(complaint, own, answers)?.answer, all.length === 1);
  return { ...viewOf(complaint), ...hotlineIn(own.hotline), words: own.words ?? '', answer };
}

function hotlineIn(hotline: Hotline | null): { hotlineNumber: string | null; hotlineDeadline: string | null } {
  return { hotlineNumber: hotline?.number ?? null, hotlineDeadline: iso(hotline?.deadline ?? null) };
}

function inFull({ id, contact, hasAccount, words, hotline, aboutWords }: Complainant, answer?: ComplainantAnswer): MaskedComplainantView {
  return { id, contact, hasAccount, words, contactId: null, door: null, furtherDoors: [], ...hotlineIn(hotline), aboutWords, answer: answer ? answerIn(answer) : null };
}

function masked(complainant: Complainant, answer: ComplainantAnswer | undefined, forDesk: boolean): MaskedComplainantView {
  const { contact, contactId, aboutWords } = complainant;
  return {
    ...inFull(complainant, answer),
    contact: contact && { name: maskName(contact.name), phone: maskPhone(contact.phone) },
    contactId,
    aboutWords: forDesk ? aboutWords : null,
  };
}

function doorsOf({ homeId, furtherHomeIds }: Complainant, cares: ReadonlyMap<string, Door>): Pick<MaskedComplainantView, 'door' | 'furtherDoors'> {
  return { door: doorView(cares.get(homeId ?? '')), furtherDoors: furtherHomeIds.flatMap((each) => doorView(cares.get(each)) ?? []) };
}

function answerIn({ complainantId, round, answer, how, words, answeredAt }: ComplainantAnswer): ComplainantAnswerView {
  return { complainantId, round, answer, how, words, answeredAt: answeredAt.toISOString() };
}
