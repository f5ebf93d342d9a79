import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ReadRecords } from '../../persistence/read-records';
import { RecordView, recordView } from '../record.view';
import { MoveRecordDto } from './move-record.dto';
import { MoveRecordHandler } from './move-record.handler';

@Controller('api/records')
export class MoveRecordController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: MoveRecordHandler,
    private readonly records: ReadRecords,
  ) {}

  @Post(':id/move')
  @Operation('archives.moveRecord', {
    summary: { zh: '移动库位', en: 'Move a record to another shelf' },
    ok: 200,
    okBody: RecordView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: MoveRecordDto, @Command() command: CommandContext): Promise<Answer<RecordView>> {
    return this.commands.run(command, async (tx) => {
      await this.handler.execute(tx, command, id, input);
      const record = (await this.records.one(command.principal, id, command.operation, tx))!;
      return ok(recordView(record), record.version);
    });
  }
}
