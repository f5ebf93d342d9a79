import { attachmentTextPath, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Told } from '@property-office/service-testing';
import { waitFor } from '@property-office/testing';
import type { DocumentsUnderTest } from './documents.fixture';
import { PaperOffice } from './paper-office.fixture';

const path = '/api/outgoing-documents';
export const title = '关于开展消防演练的函';
export const body = '社区居委会：\n我中心定于12月5日开展消防演练，请派员指导。';

/** What is done with outgoing documents in a paper office. */
export class OutgoingOffice {
  private readonly pages = new Map<string, number | null>();

  private constructor(
    readonly documents: DocumentsUnderTest,
    readonly office: PaperOffice,
  ) {}

  static async open(documents: DocumentsUnderTest): Promise<OutgoingOffice> {
    const outgoing = new OutgoingOffice(documents, await PaperOffice.open(documents));
    const others = documents.neighbours;
    documents.neighbours = (service, asked, said) => {
      const pages = asked === attachmentTextPath ? outgoing.pages.get(said.attachmentId) : undefined;
      return pages === undefined ? others(service, asked, said) : { state: 'none', reason: 'no-words', pages };
    };
    return outgoing;
  }

  draft(more: object = {}, who = this.office.clerk, headers: Record<string, string> = {}): Promise<Told> {
    return this.documents.ask(`POST ${path}`, who, { siteId: this.office.siteId, kind: 'letter', title, body, recipients: ['社区居委会'], ...more }, headers);
  }

  /** Id of a new draft. */
  async drafted(more: object = {}, who = this.office.clerk): Promise<string> {
    const { status, body: document } = await this.draft(more, who);
    if (status !== 201) throw new Error(JSON.stringify(document));
    return document.id as string;
  }

  act(id: string, verb: string, who: Principal, input: object = {}, headers: Record<string, string> = {}): Promise<Told> {
    return this.documents.ask(`POST ${path}/${id}/${verb}`, who, input, headers);
  }

  /** An act that is accepted. */
  async does(id: string, verb: string, who: Principal, input: object = {}): Promise<Told['body']> {
    const told = await this.act(id, verb, who, input);
    if (told.status !== 200) throw new Error(`${verb}: ${JSON.stringify(told.body)}`);
    return told.body;
  }

  read(id: string, who: Principal = this.office.clerk): Promise<Told> {
    return this.documents.ask(`GET ${path}/${id}`, who);
  }

  async list(query = '', who: Principal = this.office.clerk): Promise<string[]> {
    const { body: page } = await this.documents.ask(`GET ${path}?${query}`, who);
    return (page as { items: Array<{ id: string }> }).items.map(({ id }) => id);
  }

  /** Changes the text of a draft, or after it was signed off, as whoever has just read it. */
  async edit(id: string, who: Principal, input: object): Promise<Told> {
    return this.documents.ask(`PUT ${path}/${id}`, who, { recipients: ['社区居委会'], ...input }, await this.fresh(id));
  }

  async correct(id: string, who: Principal, input: object): Promise<Told> {
    return this.act(id, 'correct', who, { reason: '校对', ...input }, await this.fresh(id));
  }

  async sign(id: string, who: Principal = this.office.director, more: object = {}): Promise<Told> {
    const { textHash } = (await this.read(id)).body;
    return this.act(id, 'sign', who, { textHash, ...more });
  }

  /** Submitted to the head of a department. */
  async submitted(more: object = {}, countersignerIds: string[] = []): Promise<string> {
    const id = await this.drafted(more);
    await this.does(id, 'submit', this.office.clerk, { reviewerId: this.office.head.personId, countersignerIds });
    return id;
  }

  /** Reviewed by the head of a department, waiting for the director. */
  async toSign(more: object = {}): Promise<string> {
    const id = await this.submitted(more);
    await this.does(id, 'review', this.office.head);
    return id;
  }

  async signed(more: object = {}): Promise<string> {
    const id = await this.toSign(more);
    const told = await this.sign(id);
    if (told.status !== 200) throw new Error(JSON.stringify(told.body));
    return id;
  }

  async numbered(more: object = {}): Promise<string> {
    const id = await this.signed(more);
    await this.does(id, 'check', this.office.clerk);
    await this.does(id, 'number', this.office.clerk);
    return id;
  }

  async printed(more: object = {}, copies = 3): Promise<string> {
    const id = await this.numbered(more);
    await this.namesOffice();
    await waitFor(async () => (await this.read(id)).body.attachmentTexts.every(({ attachmentId, state }: { attachmentId: string; state: string }) => state !== 'waiting' || !this.pages.has(attachmentId)), { what: 'its attachments to be counted' });
    await this.does(id, 'print', this.office.clerk, { copies });
    return id;
  }

  /** An attachment of so many pages, of which files tells nothing but these. */
  annexOf(pages: number | null): string {
    const attachmentId = newId();
    this.pages.set(attachmentId, pages);
    return attachmentId;
  }

  /** Under which its papers go out, unless that is set. */
  async namesOffice(): Promise<void> {
    const letterhead = `/api/letterheads/${this.office.siteId}`;
    const { body: set } = await this.documents.ask(`GET ${letterhead}`, this.office.director);
    if (set.version === 0) await this.documents.ask(`PUT ${letterhead}`, this.office.director, { office: '阳光花园物业管理处' }, { 'if-match': '"0"' });
  }

  async sealed(more: object = {}, copies = 3): Promise<string> {
    const id = await this.printed(more, copies);
    await this.does(id, 'approve-seal', this.office.director, { seal: '物业服务中心公章', reason: '发文用印', copies });
    await this.does(id, 'use-seal', this.office.clerk);
    return id;
  }

  async released(more: object = {}): Promise<string> {
    const id = await this.sealed(more);
    await this.does(id, 'release', this.office.clerk, { deliveries: [{ recipient: '社区居委会', how: '专人送达', copies: 1 }] });
    return id;
  }

  /** Confirmed by its recipient. */
  async filed(more: { confidentiality?: 'confidential' } = {}): Promise<string> {
    const id = await this.sealed(more, 1);
    const shares = more.confidentiality && { shares: [1] };
    await this.does(id, 'release', this.office.clerk, { deliveries: [{ recipient: '社区居委会', how: '专人送达', copies: 1, ...shares }] });
    await this.does(id, 'record-receipt', this.office.clerk, { delivery: 1, receivedBy: '李' });
    await this.does(id, 'file', this.office.clerk);
    return id;
  }

  private async fresh(id: string): Promise<Record<string, string>> {
    return { 'if-match': `"${(await this.read(id)).body.version}"` };
  }
}
