import { Controller, Get } from '@nestjs/common';
import { actingRole } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { Letterheads } from '../../persistence/letterheads';
import { LetterheadView } from '../letterhead.view';

@Controller('api/letterheads')
export class ReadLetterheadController {
  constructor(private readonly letterheads: Letterheads) {}

  @Get(':siteId')
  @Operation('documents.readLetterhead', { summary: { zh: '发文机关名称', en: 'The name on papers' }, ok: 200, okBody: LetterheadView })
  async read(@PathId('siteId') siteId: string, @Acting() principal: Principal): Promise<Answer<LetterheadView>> {
    actingRole(principal, 'documents.readLetterhead', siteId);
    const { office = null, version = 0 } = (await this.letterheads.of(siteId)) ?? {};
    return ok({ siteId, office, version }, version);
  }
}
