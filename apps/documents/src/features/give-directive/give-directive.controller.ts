import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { DirectiveView, directiveView } from '../directive.view';
import { GiveDirectiveDto } from './give-directive.dto';
import { GiveDirectiveHandler } from './give-directive.handler';

@Controller('api/directives')
export class GiveDirectiveController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: GiveDirectiveHandler,
  ) {}

  @Post()
  @Operation('documents.giveDirective', {
    summary: { zh: '下达指示', en: 'Give a directive' },
    description: {
      zh: '发给指定的人或岗位，每人确认一次；内容不能修改，只能由新指示替代。',
      en: 'To people by name or by role, each of whom acknowledges it once; what it says is never changed, another one takes its place.',
    },
    ok: 201,
    okBody: DirectiveView,
  })
  give(@Body() input: GiveDirectiveDto, @Command() command: CommandContext): Promise<Answer<DirectiveView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const directive = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/directives/${directive.id}`, directiveView(directive), directive.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
