import { Deadlines, OfficeRules, type RuleBook } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import { incomingStates, type IncomingState } from '../domain/incoming-states';
import type { MailState } from '../domain/mail-states';
import { AnswerDocumentHandler } from '../features/answer-document/answer-document.handler';
import { CheckDocumentHandler } from '../features/check-document/check-document.handler';
import { CirculateDocumentHandler } from '../features/circulate-document/circulate-document.handler';
import { CollectMailHandler } from '../features/collect-mail/collect-mail.handler';
import { ConvertMailHandler } from '../features/convert-mail/convert-mail.handler';
import type { CorrectDocumentDto } from '../features/correct-document/correct-document.dto';
import { CorrectDocumentHandler } from '../features/correct-document/correct-document.handler';
import { DecideDocumentHandler } from '../features/decide-document/decide-document.handler';
import { FileDocumentHandler } from '../features/file-document/file-document.handler';
import { FinishDocumentHandler } from '../features/finish-document/finish-document.handler';
import { MarkDocumentReadHandler } from '../features/mark-document-read/mark-document-read.handler';
import { ProposeHandlingHandler } from '../features/propose-handling/propose-handling.handler';
import type { RegisterDocumentDto } from '../features/register-document/register-document.dto';
import { RegisterDocumentHandler } from '../features/register-document/register-document.handler';
import { RegisterIncoming } from '../features/register-document/register-incoming';
import { SendDocumentBackHandler } from '../features/send-document-back/send-document-back.handler';
import { SetLetterheadHandler } from '../features/set-letterhead/set-letterhead.handler';
import type { SignForMailDto } from '../features/sign-for-mail/sign-for-mail.dto';
import { SignForMailHandler } from '../features/sign-for-mail/sign-for-mail.handler';
import { FinishTidyUpHandler } from '../features/finish-tidy-up/finish-tidy-up.handler';
import { VoidDocumentHandler } from '../features/void-document/void-document.handler';
import { registerYear } from '../domain/register-number';
import { beginTidyUp } from '../persistence/begin-tidy-up';
import { Circulations } from '../persistence/circulations';
import { DocumentClocks } from '../persistence/document-clocks';
import { IncomingDocuments } from '../persistence/incoming-documents';
import { Letterheads } from '../persistence/letterheads';
import { MailClocks } from '../persistence/mail-clocks';
import { MailItems } from '../persistence/mail-items';
import { Originals } from '../persistence/originals';
import { Registers } from '../persistence/registers';
import { TidyUps } from '../persistence/tidy-ups';
import { DirectiveSetup } from './directive-setup';
import { OutgoingSetup } from './outgoing-setup';
import type { People, Person } from './people';
import { PrintJobSetup } from './print-job-setup';

const askedNobody = undefined as never;

/** How far the way to a state goes along the usual one. */
const wayTo: Record<IncomingState, readonly IncomingState[]> = {
  registered: [],
  checked: ['checked'],
  'sent-back': ['sent-back'],
  proposed: ['checked', 'proposed'],
  decided: ['checked', 'proposed', 'decided'],
  'acted-on': ['checked', 'proposed', 'decided', 'acted-on'],
  filed: ['checked', 'proposed', 'decided', 'acted-on', 'filed'],
  voided: ['voided'],
};

/** The use cases of documents, as the demonstration runs them: same rules, same ledger. */
export class PaperSetup {
  private readonly ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined });
  private readonly registers = new Registers(this.ledger);
  private readonly documents = new IncomingDocuments(this.ledger);
  private readonly circulations = new Circulations();
  private readonly mail = new MailItems(this.ledger);
  private readonly clocks: DocumentClocks;
  private readonly mailClocks: MailClocks;
  private readonly registering: RegisterIncoming;

  /** Of what goes out. */
  readonly outgoing: OutgoingSetup;
  readonly directives: DirectiveSetup;
  readonly printJobs: PrintJobSetup;

  private constructor(
    private readonly tx: Transaction,
    private readonly rules: RuleBook,
    deadlines: Deadlines,
    private readonly database: Database,
  ) {
    this.outgoing = new OutgoingSetup(tx, this.ledger, this.registers, database, deadlines);
    this.directives = new DirectiveSetup(tx, this.ledger, rules, deadlines);
    this.printJobs = new PrintJobSetup(tx, this.ledger, rules, deadlines);
    this.clocks = new DocumentClocks(deadlines, this.documents, this.circulations);
    this.clocks.onModuleInit();
    this.mailClocks = new MailClocks(deadlines, this.mail);
    this.mailClocks.onModuleInit();
    this.registering = new RegisterIncoming(this.registers, this.documents, new Originals(), this.clocks);
  }

  static async in(tx: Transaction, database: Database): Promise<PaperSetup> {
    const deadlines = new Deadlines(new OfficeRules(database), new TimerLoop(database, { warn: () => undefined }));
    return new PaperSetup(tx, await deadlines.book(tx), deadlines, database);
  }

  async setLetterhead(command: CommandContext, siteId: string, office: string): Promise<void> {
    await new SetLetterheadHandler(new Letterheads(this.database, this.ledger)).execute(this.tx, command, siteId, { office });
  }

  /** The papers of last year are with the archives; those of this year are in their registers by now. */
  async finishTidyUpOfLastYear(command: CommandContext, siteId: string): Promise<void> {
    const id = await beginTidyUp(this.tx, siteId, registerYear(this.tx.now) - 1);
    const tidyUps = new TidyUps(this.database, this.ledger, new TimerLoop(this.database, { warn: () => undefined }));
    await new FinishTidyUpHandler(tidyUps).execute(this.tx, command, id!, {});
  }

  async register(command: CommandContext, input: RegisterDocumentDto): Promise<string> {
    const handler = new RegisterDocumentHandler(askedNobody, this.clocks, this.registering);
    return (await handler.execute(this.tx, command, input, { id: newId(), rules: this.rules })).id;
  }

  async correct(command: CommandContext, id: string, input: CorrectDocumentDto): Promise<void> {
    await new CorrectDocumentHandler(this.documents).execute(this.tx, command, id, input);
  }

  async signForMail(command: CommandContext, input: SignForMailDto): Promise<string> {
    const handler = new SignForMailHandler(askedNobody, this.mail, this.mailClocks);
    return (await handler.execute(this.tx, command, input, { id: newId(), rules: this.rules })).id;
  }

  /** Takes a document along until it is in a state. */
  async bring(id: string, state: IncomingState, people: People, ids: Record<Person, string>): Promise<void> {
    for (const step of wayTo[state]) await this.step(id, step, people, ids);
  }

  async bringMail(id: string, state: MailState, { clerk }: People): Promise<void> {
    if (state === 'collected') await new CollectMailHandler(this.mail, this.mailClocks).execute(this.tx, clerk('documents.collectMail'), id, {});
    if (state === 'registered')
      await new ConvertMailHandler(this.mail, this.mailClocks, this.clocks, this.registering).execute(this.tx, clerk('documents.convertMail'), id, {});
  }

  private async step(id: string, to: IncomingState, { clerk, director, lead, desk }: People, ids: Record<Person, string>): Promise<unknown> {
    const { tx, documents, clocks, circulations } = this;
    switch (to) {
      case 'checked':
        return new CheckDocumentHandler(documents).execute(tx, clerk('documents.checkDocument'), id, {});
      case 'sent-back':
        return new SendDocumentBackHandler(documents, clocks).execute(tx, clerk('documents.sendDocumentBack'), id, { reason: '主送单位不是本项目' });
      case 'voided':
        return new VoidDocumentHandler(documents, this.registers, clocks).execute(tx, clerk('documents.voidDocument'), id, { reason: '重复登记' });
      case 'proposed':
        return new ProposeHandlingHandler(documents, clocks).execute(tx, clerk('documents.proposeHandling'), id, { proposal: '请客服部办理，各部门传阅' });
      case 'decided': {
        await new DecideDocumentHandler(documents, clocks).execute(tx, director('documents.decideDocument'), id, {
          decision: '同意，请客服部牵头并书面答复',
          actingPersonId: ids.lead,
          answerNeeded: true,
        });
        const readers = { readerIds: [ids.lead, ids.desk], ordered: true };
        return new CirculateDocumentHandler(documents, circulations, clocks).execute(tx, clerk('documents.circulateDocument'), id, readers);
      }
      case 'acted-on':
        for (const reader of [lead, desk])
          await new MarkDocumentReadHandler(documents, circulations, clocks).execute(tx, reader('documents.markDocumentRead'), id, {});
        return new FinishDocumentHandler(documents, clocks).execute(tx, lead('documents.finishDocument'), id, { result: '已办理' });
      case 'filed':
        await new AnswerDocumentHandler(documents, clocks).execute(tx, lead('documents.answerDocument'), id, { how: '书面', answer: '已按要求办理' });
        return new FileDocumentHandler(documents, circulations, this.registers, clocks).execute(tx, clerk('documents.fileDocument'), id, {});
      default:
        throw new Error(`nobody brings a document to be ${to} of ${incomingStates.join(', ')}`);
    }
  }
}
