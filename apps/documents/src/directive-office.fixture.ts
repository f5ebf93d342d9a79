import type { Principal } from '@property-office/contracts';
import type { Told } from '@property-office/service-testing';
import type { DocumentsUnderTest } from './documents.fixture';
import { PaperOffice } from './paper-office.fixture';

/** An office whose director gives directives. */
export class DirectiveOffice {
  private constructor(
    readonly documents: DocumentsUnderTest,
    readonly office: PaperOffice,
  ) {}

  static async open(documents: DocumentsUnderTest): Promise<DirectiveOffice> {
    return new DirectiveOffice(documents, await PaperOffice.open(documents));
  }

  /** What a directive to the head of a department and a technician says. */
  said(more: object = {}): object {
    const { siteId, head, technician } = this.office;
    return { siteId, title: '关于防冻工作的指示', text: '请检查 pipes 保温情况', addresseeIds: [head.personId, technician.personId], acknowledgeBy: this.office.inHours(7 * 24), ...more };
  }

  give(more: object = {}, who: Principal = this.office.director, headers: Record<string, string> = {}): Promise<Told> {
    return this.documents.ask('POST /api/directives', who, this.said(more), headers);
  }

  async given(more: object = {}, who: Principal = this.office.director): Promise<string> {
    const { status, body } = await this.give(more, who);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id as string;
  }

  act(id: string, verb: string, who: Principal, body: object = {}, headers: Record<string, string> = {}): Promise<Told> {
    return this.documents.ask(`POST /api/directives/${id}/${verb}`, who, body, headers);
  }

  async does(id: string, verb: string, who: Principal, body: object = {}): Promise<Told['body']> {
    const told = await this.act(id, verb, who, body);
    if (told.status >= 300) throw new Error(`${verb}: ${JSON.stringify(told.body)}`);
    return told.body;
  }

  correct(id: string, who: Principal = this.office.director, more: object = {}): Promise<Told> {
    const { siteId: _, ...said } = this.said({ text: '请检查 pipes 与阀门', reason: '漏了阀门', ...more }) as { siteId: string };
    return this.act(id, 'correct', who, said);
  }

  read(id: string, who: Principal = this.office.director): Promise<Told> {
    return this.documents.ask(`GET /api/directives/${id}`, who);
  }

  figures(id: string, who: Principal = this.office.director): Promise<Told> {
    return this.documents.ask(`GET /api/directives/${id}/figures`, who);
  }

  async list(query = '', who: Principal = this.office.director): Promise<string[]> {
    const { body } = await this.documents.ask(`GET /api/directives?${query}`, who);
    return (body as { items: Array<{ id: string }> }).items.map(({ id }) => id);
  }
}
