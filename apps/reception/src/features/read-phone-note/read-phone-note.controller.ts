import { Controller, Get, Header } from '@nestjs/common';
import { actorFor } from '@property-office/access';
import { Audit } from '@property-office/audit';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { readOne } from '../../persistence/listed';
import { PhoneNoteCallers } from '../../persistence/phone-note-callers';
import { phoneNoteKind } from '../../persistence/phone-notes';
import { PhoneNoteViews } from '../phone-note-views';
import { PhoneNoteCallerView, PhoneNoteView } from '../phone-note.view';

const unmasking = 'reception.readPhoneNoteCaller';

@Controller('api/phone-notes')
export class ReadPhoneNoteController {
  constructor(
    private readonly database: Database,
    private readonly views: PhoneNoteViews,
    private readonly callers: PhoneNoteCallers,
    private readonly audit: Audit,
  ) {}

  @Get(':id')
  @Operation('reception.readPhoneNote', { summary: { zh: '查看电话转告单', en: 'Read a phone note' }, ok: 200, okBody: PhoneNoteView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<PhoneNoteView>> {
    const note = await readOne(this.database, principal, 'reception.readPhoneNote', phoneNoteKind, id);
    if (!note) throw receptionErrors.phoneNoteUnknown();
    return ok(this.views.masked(note), note.version);
  }

  @Get(':id/caller')
  @Header('cache-control', 'no-store')
  @Operation(unmasking, {
    summary: { zh: '查看来电人完整信息', en: 'Show who rang in full' },
    description: { zh: '每次查看都会留下记录。', en: 'Each time is recorded.' },
    ok: 200,
    okBody: PhoneNoteCallerView,
  })
  async readCaller(@PathId() id: string, @Acting() principal: Principal): Promise<PhoneNoteCallerView> {
    const note = await readOne(this.database, principal, unmasking, phoneNoteKind, id);
    if (!note) throw receptionErrors.phoneNoteUnknown();
    const caller = this.callers.open(note);
    const actor = actorFor(principal, unmasking, note.siteId);
    const look = { actor, operation: unmasking, objectType: 'phone-note', objectId: id, siteId: note.siteId, details: { fields: ['name', 'phone'] } };
    await this.database.transaction(async (tx) => this.audit.record(tx, look));
    return caller;
  }
}
