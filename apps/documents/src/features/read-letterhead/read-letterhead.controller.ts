import { Controller, Get } from '@nestjs/common';
import { actingRole } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { Letterheads } from '../../persistence/letterheads';
import { LetterheadView } from '../letterhead.view';

@Controller('api/letterheads')
export class ReadLetterheadController {
  constructor(private readonly letterheads: Letterheads) {}

  @Get(':siteId')
  @Operation('documents.readLetterhead', { summary: { zh: '发文机关名称', en: 'The name on papers' }, ok: 200, okBody: LetterheadView })
  async read(@PathId('siteId') siteId: string, @Acting() principal: Principal): Promise<Answer<LetterheadView>> {
    actingRole(principal, 'documents.readLetterhead', siteId);
    const kept = await this.letterheads.of(siteId);
    if (!kept) throw outgoingErrors.letterheadUnset();
    return ok({ siteId, ...kept }, kept.version);
  }
}
