import { Body, Controller, Post } from '@nestjs/common';
import { ActFields, Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { RecordHandOverView, handOverView } from '../hand-over.view';
import { SealHandOverHandler } from './seal-hand-over.handler';

@Controller('api/hand-overs')
export class SealHandOverController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SealHandOverHandler,
  ) {}

  @Post(':id/seal')
  @Operation('archives.sealHandOver', {
    summary: { zh: '封装移交包', en: 'Seal the package of a hand-over' },
    description: { zh: '清单列出每个文件的 SHA-256，由本单位签名，此后不变。', en: 'The manifest, with the SHA-256 of every file, is signed by the office and does not change.' },
    ok: 200,
    okBody: RecordHandOverView,
    errors: ['conflict', 'stale'],
  })
  seal(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<RecordHandOverView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), handOverView);
  }
}
