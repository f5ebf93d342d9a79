import { Injectable } from '@nestjs/common';
import { AttachmentLinks } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { ReadPromises, type PromiseView } from '@property-office/deadlines';
import { maskName, maskPhone } from '@property-office/kernel';
import { promisesOfMajor, promisesOfRound } from '../domain/complaint-promises';
import { Complainants, type Complainant } from '../persistence/complainants';
import type { Complaint } from '../persistence/complaint.entity';
import { LinkedRepairs } from '../persistence/linked-repairs';
import { PastRounds } from '../persistence/past-rounds';
import { Tasks } from '../persistence/tasks';
import { fileFieldsOf, type CaseFileView, type ComplaintDetailView, type MaskedComplainantView } from './complaint-detail.view';
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
    private readonly links: AttachmentLinks,
    private readonly promises: ReadPromises,
  ) {}

  async list(principal: Principal, complaints: Complaint[]): Promise<ComplaintView[]> {
    const of = await this.complainants.of(complaints.map(({ id }) => id));
    return complaints.map((complaint) => forReader(complaint, ownOf(principal, of.get(complaint.id))));
  }

  /** A case as one of its complainants sees it; answers to acts are kept for repeats, so nothing personal is in them. */
  toComplainant(complaint: Complaint, words: string | null): ComplaintView {
    return { ...viewOf(complaint), words: words ?? '' };
  }

  async detail(principal: Principal, complaint: Complaint): Promise<ComplaintDetailView> {
    const all = (await this.complainants.of([complaint.id])).get(complaint.id) ?? [];
    const own = ownOf(principal, all);
    const homes = new Set(all.flatMap(({ homeId }) => homeId ?? []));
    const link = (id: string) => this.links.linkTo(id);
    const isFirst = own !== undefined && own === all[0];
    return {
      ...forReader(complaint, own),
      households: homes.size,
      complainants: own ? [inFull(own)] : all.map(masked),
      // What the first complainant sent is theirs; those who joined do not see it.
      attachments: !own || isFirst ? complaint.attachmentIds.map(link) : [],
      promises: await this.promisesOf(complaint),
      file: own ? null : await this.fileOf(complaint),
    };
  }

  private async promisesOf({ id: aggregateId, siteId, round: episode, majorBecause }: Complaint): Promise<PromiseView[]> {
    const made = [promisesOfRound(episode), ...(majorBecause.length > 0 ? [promisesOfMajor('recorded')] : [])];
    return (await Promise.all(made.map((each) => this.promises.of({ aggregateId, siteId, episode, ...each })))).flat();
  }

  private async fileOf(complaint: Complaint): Promise<CaseFileView> {
    const [tasks, repairs, pastRounds] = await Promise.all([this.tasks.of(complaint.id), this.repairs.of(complaint.id), this.rounds.of(complaint.id)]);
    return {
      ...fileFieldsOf(complaint),
      tasks: tasks.map(({ id, what, ownerId, dueAt, finishedAt, done }) => ({ id, what, ownerId, dueAt: dueAt.toISOString(), finishedAt: iso(finishedAt), done })),
      repairs,
      pastRounds,
      evidence: complaint.evidenceIds.map((id) => this.links.linkTo(id)),
    };
  }
}

function ownOf({ personId }: Principal, complainants: Complainant[] = []): Complainant | undefined {
  return complainants.find((each) => each.personId === personId);
}

function forReader(complaint: Complaint, own: Complainant | undefined): ComplaintView {
  return own ? { ...viewOf(complaint), words: own.words ?? '' } : viewOf(complaint);
}

function inFull({ id, contact, personId, words }: Complainant): MaskedComplainantView {
  return { id, contact, hasAccount: personId !== null, words, contactId: null };
}

function masked({ id, contact, personId, words, contactId }: Complainant): MaskedComplainantView {
  return { id, contact: contact && { name: maskName(contact.name), phone: maskPhone(contact.phone) }, hasAccount: personId !== null, words, contactId };
}
