import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ReadRecords } from '../../persistence/read-records';
import { HoldDto } from '../hold.dto';
import { RecordView, recordView } from '../record.view';
import { ReleaseHoldHandler } from './release-hold.handler';

@Controller('api/records')
export class ReleaseHoldController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReleaseHoldHandler,
    private readonly records: ReadRecords,
  ) {}

  @Post(':id/release-hold')
  @Operation('archives.releaseHold', {
    summary: { zh: '解除冻结', en: 'Lift a legal hold' },
    ok: 200,
    okBody: RecordView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: HoldDto, @Command() command: CommandContext): Promise<Answer<RecordView>> {
    return this.commands.run(command, async (tx) => {
      await this.handler.execute(tx, command, id, input);
      const record = (await this.records.one(command.principal, id, command.operation, tx))!;
      return ok(recordView(record), record.version);
    });
  }
}
