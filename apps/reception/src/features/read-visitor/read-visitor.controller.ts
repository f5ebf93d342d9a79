import { Controller, Get, Header } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { actorFor, AttachmentLinks } from '@property-office/access';
import { Audit } from '@property-office/audit';
import type { Principal } from '@property-office/contracts';
import { DoorView, doorView, HomeCares } from '@property-office/home-care';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { hearsWhatWasSaid } from '../../domain/what-was-said';
import { Guests } from '../../persistence/guests';
import { readOne } from '../../persistence/listed';
import { visitorKind } from '../../persistence/visitors';
import { ContactAttachmentView } from '../read-contact/contact-detail.view';
import { VisitorViews } from '../visitor-views';
import { GuestView, VisitorView } from '../visitor.view';

const unmasking = 'reception.readGuest';

/** One visitor, with what whoever asks or takes them to the home should know. */
export class VisitorDetailView extends VisitorView {
  @ApiProperty({ type: [ContactAttachmentView], description: 'Of the contact the visitor was made of, for whom the note is / 来电来访的附件，可见范围与原话相同' })
  attachments!: ContactAttachmentView[];

  @ApiProperty({ type: DoorView, nullable: true, description: 'Of the home, until they came; who is called instead: GET /api/homes/{id}/care / 来访前可见；代联系人见 care' })
  door!: DoorView | null;
}

@Controller('api/visitors')
export class ReadVisitorController {
  constructor(
    private readonly database: Database,
    private readonly views: VisitorViews,
    private readonly guests: Guests,
    private readonly audit: Audit,
    private readonly links: AttachmentLinks,
    private readonly cares: HomeCares,
  ) {}

  @Get(':id')
  @Header('cache-control', 'no-store')
  @Operation('reception.readVisitor', { summary: { zh: '查看访客', en: 'Read a visitor' }, ok: 200, okBody: VisitorDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<VisitorDetailView>> {
    const visitor = await readOne(this.database, principal, 'reception.readVisitor', visitorKind, id);
    if (!visitor) throw receptionErrors.visitorUnknown();
    const cares = await this.cares.of(['announced', 'expected'].includes(visitor.state) ? [visitor.homeId] : []);
    const said = hearsWhatWasSaid(principal, visitor) ? visitor.attachmentIds : [];
    const attachments = said.map((attachmentId) => this.links.linkTo(attachmentId));
    return ok({ ...this.views.masked(visitor, principal), attachments, door: doorView(cares.get(visitor.homeId ?? '')) }, visitor.version);
  }

  @Get(':id/guest')
  @Header('cache-control', 'no-store')
  @Operation(unmasking, {
    summary: { zh: '查看访客完整信息', en: 'Show the visitor in full' },
    description: { zh: '每次查看都会留下记录。', en: 'Each time is recorded.' },
    ok: 200,
    okBody: GuestView,
  })
  async readGuest(@PathId() id: string, @Acting() principal: Principal): Promise<GuestView> {
    const visitor = await readOne(this.database, principal, unmasking, visitorKind, id);
    const guest = visitor && this.guests.open(visitor);
    if (!visitor || !guest) throw receptionErrors.visitorUnknown();
    const actor = actorFor(principal, unmasking, visitor.siteId);
    const look = { actor, operation: unmasking, objectType: 'visitor', objectId: id, siteId: visitor.siteId, details: { fields: ['name', 'phone'] } };
    await this.database.transaction(async (tx) => this.audit.record(tx, look));
    return guest;
  }
}
