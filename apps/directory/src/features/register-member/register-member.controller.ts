import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation, PathId } from '@property-office/service-kit';
import { MemberView, memberView } from '../member.view';
import { RegisterMemberDto } from './register-member.dto';
import { RegisterMemberHandler } from './register-member.handler';

@Controller('api/homes')
export class RegisterMemberController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RegisterMemberHandler,
  ) {}

  @Post(':id/members')
  @Operation('directory.registerMember', {
    summary: { zh: '登记家人或租户', en: 'Add family or a tenant to a home' },
    ok: 201,
    okBody: MemberView,
    errors: ['conflict', 'stale', 'too-many'],
  })
  register(
    @PathId() id: string,
    @Body() input: RegisterMemberDto,
    @Command() command: CommandContext,
  ): Promise<Answer<MemberView>> {
    const { principal } = command;
    return this.commands.run(command, async (tx) => {
      const tie = await this.handler.execute(tx, command, id, input);
      return created(
        `/api/homes/${id}/members`,
        memberView(tie, input.name, principal.personId),
        tie.version,
      );
    });
  }
}
