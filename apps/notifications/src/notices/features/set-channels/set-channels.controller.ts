import { Body, Controller, Put } from '@nestjs/common';
import { isUniqueViolation } from '@property-office/persistence';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId, requestErrors, requiredMatch } from '@property-office/service-kit';
import { channelsViewOf, NoticeChannelsView } from '../notice-channels.view';
import { SetChannelsDto } from './set-channels.dto';
import { SetChannelsHandler } from './set-channels.handler';

@Controller('api/notice-channels')
export class SetChannelsController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SetChannelsHandler,
  ) {}

  @Put(':siteId')
  @Operation('notifications.setNoticeChannels', {
    summary: { zh: '设定某类公告的指定渠道', en: 'Set the designated channels of a kind' },
    ok: 200,
    okBody: NoticeChannelsView,
    errors: ['stale', 'precondition-missing'],
  })
  set(@PathId('siteId') siteId: string, @Body() input: SetChannelsDto, @Command() command: CommandContext): Promise<Answer<NoticeChannelsView>> {
    requiredMatch(command);
    const setting = this.commands.act(command, (tx) => this.handler.execute(tx, command, siteId, input), channelsViewOf);
    return setting.catch((error: unknown) => {
      // Two were first to change what was shipped: the other one has not seen it.
      throw isUniqueViolation(error, 'ledger_aggregate_version') ? requestErrors.stale() : error;
    });
  }
}
