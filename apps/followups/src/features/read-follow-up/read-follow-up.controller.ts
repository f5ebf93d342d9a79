import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { followUpErrors } from '../../domain/errors';
import { ReadFollowUps } from '../../persistence/read-follow-ups';
import { FollowUpView, viewOf } from '../follow-up.view';

@Controller('api/follow-ups')
export class ReadFollowUpController {
  constructor(private readonly followUps: ReadFollowUps) {}

  @Get(':id')
  @Operation('followups.readFollowUp', { summary: { zh: '查看回访', en: 'Read a follow-up' }, ok: 200, okBody: FollowUpView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<FollowUpView>> {
    const followUp = await this.followUps.one(principal, id);
    if (!followUp) throw followUpErrors.unknown();
    return ok(viewOf(followUp), followUp.version);
  }
}
