import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { HomeClaimView, homeClaimView } from '../home-claim.view';
import { ClaimHomeDto } from './claim-home.dto';
import { ClaimHomeHandler } from './claim-home.handler';

@Controller('api/home-claims')
export class ClaimHomeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ClaimHomeHandler,
  ) {}

  @Post()
  @Operation('directory.claimHome', {
    summary: { zh: '认领房屋', en: 'Claim a home' },
    description: {
      zh: '写明小区和楼栋、单元、房号即可；回答不透露是否有这套房屋。',
      en: 'Site and building, entrance, home number will do; the answer does not tell whether there is such a home.',
    },
    ok: 201,
    okBody: HomeClaimView,
    errors: ['conflict', 'too-many'],
  })
  claim(@Body() input: ClaimHomeDto, @Command() command: CommandContext): Promise<Answer<HomeClaimView>> {
    const { principal } = command;
    return this.commands.run(command, async (tx) => {
      const claim = await this.handler.execute(tx, principal, input);
      return created(`/api/home-claims/${claim.id}`, homeClaimView(claim, principal.personId), claim.version);
    });
  }
}
