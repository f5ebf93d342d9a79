import { Body, Controller, Header, Post } from '@nestjs/common';
import { Database } from '@property-office/persistence';
import { ActFields, Command, Operation, PathId, type CommandContext } from '@property-office/service-kit';
import { IssuePassHandler } from './issue-pass.handler';
import { PassView } from './pass.view';

@Controller('api/visitors')
export class IssuePassController {
  constructor(
    private readonly database: Database,
    private readonly handler: IssuePassHandler,
  ) {}

  /** Not a command whose answer is kept for repeats: the code would be kept with it. A repeat issues another pass. */
  @Post(':id/pass')
  @Header('cache-control', 'no-store')
  @Operation('reception.issuePass', {
    summary: { zh: '发放通行码', en: 'Issue a pass' },
    description: {
      zh: '通行码只显示这一次；再次发放会使之前的失效。不按 Idempotency-Key 保存回答。',
      en: 'The code is shown this once; another pass makes the one before void. The answer is not kept under an Idempotency-Key.',
    },
    ok: 200,
    okBody: PassView,
    errors: ['conflict', 'stale'],
  })
  issue(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<PassView> {
    return this.database.transaction((tx) => this.handler.execute(tx, command, id, input));
  }
}
