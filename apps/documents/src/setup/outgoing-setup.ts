import type { OperationKey } from '@property-office/access';
import type { OutgoingKind } from '@property-office/contracts';
import type { Deadlines } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import type { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { goesTo } from '../domain/copies';
import { bearsSeal, type OutgoingState } from '../domain/outgoing-states';
import { ApproveSealHandler } from '../features/approve-seal/approve-seal.handler';
import { CheckOutgoingHandler } from '../features/check-outgoing/check-outgoing.handler';
import { CountersignOutgoingHandler } from '../features/countersign-outgoing/countersign-outgoing.handler';
import { DiscardOutgoingHandler } from '../features/discard-outgoing/discard-outgoing.handler';
import { attendanceOf } from '../features/attendance.dto';
import type { DraftOutgoingDto } from '../features/draft-outgoing/draft-outgoing.dto';
import { DraftOutgoingHandler } from '../features/draft-outgoing/draft-outgoing.handler';
import { FileOutgoingHandler } from '../features/file-outgoing/file-outgoing.handler';
import { NumberOutgoingHandler } from '../features/number-outgoing/number-outgoing.handler';
import { PrintOutgoingHandler } from '../features/print-outgoing/print-outgoing.handler';
import { RecordReceiptHandler } from '../features/record-receipt/record-receipt.handler';
import { ReleaseOutgoingHandler } from '../features/release-outgoing/release-outgoing.handler';
import { ReviewOutgoingHandler } from '../features/review-outgoing/review-outgoing.handler';
import { SetTemplateHandler } from '../features/set-template/set-template.handler';
import type { SetTemplateDto } from '../features/set-template/set-template.dto';
import { SignOutgoingHandler } from '../features/sign-outgoing/sign-outgoing.handler';
import { SubmitOutgoingHandler } from '../features/submit-outgoing/submit-outgoing.handler';
import { UseSealHandler } from '../features/use-seal/use-seal.handler';
import { VoidOutgoingHandler } from '../features/void-outgoing/void-outgoing.handler';
import { AttachmentNames } from '../persistence/attachment-names';
import { OutgoingApprovals } from '../persistence/outgoing-approvals';
import { OutgoingClocks } from '../persistence/outgoing-clocks';
import { OutgoingCopies } from '../persistence/outgoing-copies';
import { OutgoingDocuments } from '../persistence/outgoing-documents';
import { OutgoingTemplates } from '../persistence/outgoing-templates';
import { OutgoingTexts, textHashOf } from '../persistence/outgoing-texts';
import type { Registers } from '../persistence/registers';
import { Seals } from '../persistence/seals';
import type { People, Person } from './people';

const askedNobody = undefined as never;
const usual = ['submitted', 'reviewed', 'to-sign', 'signed-off', 'checked', 'numbered', 'printed', 'sealed', 'released', 'filed'] as const;

/** How far the way to a state goes along the usual one. */
function wayTo(state: OutgoingState, kind: OutgoingKind): readonly OutgoingState[] {
  if (state === 'drafted' || state === 'discarded') return state === 'drafted' ? [] : ['discarded'];
  if (state === 'voided') return [...usual.slice(0, usual.indexOf('numbered') + 1), 'voided'];
  return usual.slice(0, usual.indexOf(state) + 1).filter((step) => step !== 'sealed' || bearsSeal(kind));
}

/** The use cases of outgoing documents, as the demonstration runs them: same rules, same ledger. */
export class OutgoingSetup {
  private readonly documents = new OutgoingDocuments(this.ledger);
  private readonly texts = new OutgoingTexts();
  private readonly approvals = new OutgoingApprovals();
  private readonly copies = new OutgoingCopies();
  private readonly seals: Seals;
  private readonly clocks: OutgoingClocks;
  private readonly names: AttachmentNames;
  private readonly templates: OutgoingTemplates;

  constructor(
    private readonly tx: Transaction,
    private readonly ledger: Ledger,
    private readonly registers: Registers,
    database: Database,
    deadlines: Deadlines,
  ) {
    this.seals = new Seals(database);
    this.names = new AttachmentNames(database);
    this.templates = new OutgoingTemplates(database, ledger);
    this.clocks = new OutgoingClocks(deadlines, this.documents, this.approvals);
    this.clocks.onModuleInit();
  }

  setTemplate(command: CommandContext, input: SetTemplateDto): Promise<unknown> {
    return new SetTemplateHandler(this.templates).execute(this.tx, command, input);
  }

  /** Takes a new draft along until it is in a state. */
  async bring(input: DraftOutgoingDto, state: OutgoingState, people: People, ids: Record<Person, string>): Promise<void> {
    const handler = new DraftOutgoingHandler(askedNobody, this.names, this.documents, this.texts, this.templates);
    const { id } = await handler.execute(this.tx, people.clerk('documents.draftOutgoing'), input, { id: newId(), claimed: [] });
    for (const step of wayTo(state, input.kind)) await this.step(id, step, input, people, ids);
  }

  private async step(id: string, to: OutgoingState, { title, body, recipients, copiesTo = [], attendance, confidentiality }: DraftOutgoingDto, { clerk, director, lead, desk }: People, ids: Record<Person, string>): Promise<unknown> {
    const { tx, documents, approvals, texts, templates, clocks, copies, seals, registers } = this;
    const by = (who: (operation: OperationKey) => CommandContext, operation: OperationKey): [Transaction, CommandContext, string] => [tx, who(operation), id];
    const units = goesTo({ recipients, copiesTo });
    switch (to) {
      case 'submitted': {
        const named = { reviewerId: ids.lead, countersignerIds: [ids.desk] };
        return new SubmitOutgoingHandler(documents, texts, templates, approvals, clocks).execute(...by(clerk, 'documents.submitOutgoing'), named);
      }
      case 'reviewed':
        return new ReviewOutgoingHandler(documents, approvals, clocks).execute(...by(lead, 'documents.reviewOutgoing'), { opinion: '情况属实' });
      case 'to-sign':
        return new CountersignOutgoingHandler(documents, approvals, clocks).execute(...by(desk, 'documents.countersignOutgoing'), { opinion: '同意' });
      case 'signed-off': {
        const textHash = textHashOf({ title: title!, body: body!, attendance: attendanceOf({ attendance }), copiesTo });
        return new SignOutgoingHandler(documents, approvals, clocks).execute(...by(director, 'documents.signOutgoing'), { textHash, opinion: '同意发出' });
      }
      case 'checked':
        return new CheckOutgoingHandler(documents, approvals).execute(...by(clerk, 'documents.checkOutgoing'), {});
      case 'numbered':
        return new NumberOutgoingHandler(documents, registers).execute(...by(clerk, 'documents.numberOutgoing'), {});
      case 'printed':
        // Nothing of the demonstration is longer than a page.
        return new PrintOutgoingHandler(askedNobody, askedNobody, askedNobody, documents, copies).execute(...by(clerk, 'documents.printOutgoing'), { copies: units.length + 1 }, { textVersion: 1, pages: 1 });
      case 'sealed': {
        const seal = { seal: '物业服务中心公章', reason: '发文用印', copies: units.length };
        await new ApproveSealHandler(documents, seals).execute(...by(director, 'documents.approveSeal'), seal);
        return new UseSealHandler(documents, seals, copies).execute(...by(clerk, 'documents.useSeal'), {});
      }
      case 'released': {
        const shares = (i: number) => (confidentiality === 'confidential' ? { shares: [i + 1] } : {});
        const deliveries = units.map((recipient, i) => ({ recipient, how: '专人送达', copies: 1, ...shares(i) }));
        return new ReleaseOutgoingHandler(documents, copies, seals, clocks).execute(...by(clerk, 'documents.releaseOutgoing'), { deliveries });
      }
      case 'filed':
        for (const [i, recipient] of units.entries())
          await new RecordReceiptHandler(documents, copies, clocks).execute(...by(clerk, 'documents.recordReceipt'), { delivery: i + 1, receivedBy: `${recipient}收发员` });
        return new FileOutgoingHandler(documents, copies, registers).execute(...by(clerk, 'documents.fileOutgoing'), {});
      case 'discarded':
        return new DiscardOutgoingHandler(documents, clocks).execute(...by(clerk, 'documents.discardOutgoing'), { reason: '由停车管理公司通知' });
      case 'voided':
        return new VoidOutgoingHandler(documents, registers, seals, clocks).execute(...by(clerk, 'documents.voidOutgoing'), { reason: '重复拟稿' });
      default:
        throw new Error(`nobody brings a draft to be ${to}`);
    }
  }
}
