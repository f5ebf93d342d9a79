import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { RegisterView } from '../register.view';
import { OpenRegisterDto } from './open-register.dto';
import { OpenRegisterHandler } from './open-register.handler';

@Controller('api/registers')
export class OpenRegisterController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: OpenRegisterHandler,
  ) {}

  @Post()
  @Operation('documents.openRegister', { summary: { zh: '启用登记簿', en: 'Open a register' }, ok: 201, okBody: RegisterView, errors: ['conflict'] })
  open(@Body() input: OpenRegisterDto, @Command() command: CommandContext): Promise<Answer<RegisterView>> {
    return this.commands.run(command, async (tx) => {
      const register = await this.handler.execute(tx, command, input);
      return created(`/api/registers?siteId=${register.siteId}`, register);
    });
  }
}
