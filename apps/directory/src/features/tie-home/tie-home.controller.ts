import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { TieView, tieView } from '../tie.view';
import { TieHomeDto } from './tie-home.dto';
import { TieHomeHandler } from './tie-home.handler';

@Controller('api/ties')
export class TieHomeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: TieHomeHandler,
  ) {}

  @Post()
  @Operation('directory.tieHome', {
    summary: { zh: '登记入住关系', en: 'Tie a person to a home' },
    ok: 201,
    okBody: TieView,
    errors: ['conflict'],
  })
  tie(@Body() input: TieHomeDto, @Command() command: CommandContext): Promise<Answer<TieView>> {
    return this.commands.run(command, async (tx) => {
      const tie = await this.handler.execute(tx, command.principal, input);
      return created(`/api/ties/${tie.id}`, tieView(tie), tie.version);
    });
  }
}
