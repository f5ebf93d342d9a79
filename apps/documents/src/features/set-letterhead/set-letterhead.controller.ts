import { Body, Controller, Put } from '@nestjs/common';
import { isUniqueViolation } from '@property-office/persistence';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId, requestErrors, requiredMatch } from '@property-office/service-kit';
import { LetterheadView } from '../letterhead.view';
import { SetLetterheadDto } from './set-letterhead.dto';
import { SetLetterheadHandler } from './set-letterhead.handler';

@Controller('api/letterheads')
export class SetLetterheadController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SetLetterheadHandler,
  ) {}

  /** `If-Match: "0"` sets it for the first time. */
  @Put(':siteId')
  @Operation('documents.setLetterhead', { summary: { zh: '设定发文机关名称', en: 'Set the name on papers' }, ok: 200, okBody: LetterheadView, errors: ['stale', 'precondition-missing'] })
  set(@PathId('siteId') siteId: string, @Body() input: SetLetterheadDto, @Command() command: CommandContext): Promise<Answer<LetterheadView>> {
    requiredMatch(command);
    const setting = this.commands.act(command, (tx) => this.handler.execute(tx, command, siteId, input), (view) => view);
    return setting.catch((error: unknown) => {
      // Two were first: the other one has not seen it.
      throw isUniqueViolation(error, 'ledger_aggregate_version') ? requestErrors.stale() : error;
    });
  }
}
