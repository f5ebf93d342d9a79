import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { createDeflate } from 'node:zlib';
import type { LoanForm, Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { textAsPdf } from '@property-office/official-papers';
import type { Told } from '@property-office/service-testing';
import { ArchiveOffice } from './archive-office.fixture';
import type { ArchivesUnderTest } from './archives.fixture';

const day = 24 * 3_600_000;
/** Drawn once; what is put behind its end makes each a file of its own. */
const paper = textAsPdf('报告', '检查结果');

/** An office that lends and copies its records. */
export class LendingOffice extends ArchiveOffice {
  /** A second one, who decides what the first asks for. */
  readonly clerk2 = this.person('clerk');
  readonly borrower = this.head;

  static async open(archives: ArchivesUnderTest): Promise<LendingOffice> {
    const office = new LendingOffice(archives);
    for (const who of [office.clerk, office.clerk2, office.director, office.head, office.technician, office.company]) await office.works(who);
    return office;
  }

  async inDays(days: number): Promise<string> {
    return new Date((await this.archives.now()).getTime() + days * day).toISOString();
  }

  /** A record of paper, or with a file that can be marked. */
  async record(form: LoanForm = 'paper', more: object = {}): Promise<string> {
    const held = form === 'paper' ? { attachmentIds: [], carrier: 'paper' } : { attachmentIds: [this.scan(Buffer.concat([await paper, Buffer.from(`\n% ${newId()}`)]))] };
    return (await this.registered({ ...held, ...more })).id;
  }

  async askLoan(recordId: string, more: object = {}, who: Principal = this.borrower): Promise<Told> {
    return this.archives.ask('POST /api/loans', who, { recordId, form: 'paper', purpose: '核对合同', dueAt: await this.inDays(10), ...more });
  }

  async asked(form: LoanForm = 'paper', who: Principal = this.borrower, more: object = {}): Promise<string> {
    const { status, body } = await this.askLoan(await this.record(form, more), { form }, who);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  }

  loan(id: string, verb: string, who: Principal, body: object = {}, headers: Record<string, string> = {}): Promise<Told> {
    return this.archives.ask(`POST /api/loans/${id}/${verb}`, who, body, headers);
  }

  /** A paper that its borrower has. */
  async lentOut(more: object = {}): Promise<string> {
    const id = await this.asked('paper', this.borrower, more);
    for (const verb of ['approve', 'hand-over']) await this.does(this.loan(id, verb, this.director));
    return id;
  }

  async does(act: Promise<Told>): Promise<Told['body']> {
    const { status, body } = await act;
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  askCopy(recordId: string, more: object = {}, who: Principal = this.borrower): Promise<Told> {
    return this.archives.ask('POST /api/copies', who, { recordId, forWhom: '住建局', purpose: '核查', copies: 2, ...more });
  }

  copy(id: string, verb: string, who: Principal, body: object = {}): Promise<Told> {
    return this.archives.ask(`POST /api/copies/${id}/${verb}`, who, body);
  }
}

/** A PDF of a megabyte whose object stream unpacks to one thousand of them. */
export async function pdfBomb(): Promise<Buffer> {
  const deflate = createDeflate();
  const packed = buffer(deflate);
  const blanks = Buffer.alloc(16 * 1024 * 1024, ' ');
  deflate.write('5 0 (a) ');
  for (let n = 0; n < 64; n += 1) if (!deflate.write(blanks)) await once(deflate, 'drain');
  deflate.end();
  const stream = await packed;
  const head = `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n`;
  const begin = `4 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${stream.length}>>stream\n`;
  return Buffer.concat([Buffer.from(head + begin), stream, Buffer.from(`\nendstream endobj\ntrailer<</Size 6/Root 1 0 R>>\n% ${newId()}\n%%EOF`)]);
}
