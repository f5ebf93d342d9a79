import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ReadRecords } from '../../persistence/read-records';
import { RecordView, recordView } from '../record.view';
import { CorrectDescriptionDto } from './correct-description.dto';
import { CorrectDescriptionHandler } from './correct-description.handler';

@Controller('api/records')
export class CorrectDescriptionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CorrectDescriptionHandler,
    private readonly records: ReadRecords,
  ) {}

  @Post(':id/correct')
  @Operation('archives.correctDescription', {
    summary: { zh: '更正著录', en: 'Correct the description of a record' },
    ok: 200,
    okBody: RecordView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: CorrectDescriptionDto, @Command() command: CommandContext): Promise<Answer<RecordView>> {
    return this.commands.run(command, async (tx) => {
      await this.handler.execute(tx, command, id, input);
      const record = (await this.records.one(command.principal, id, command.operation, tx))!;
      return ok(recordView(record), record.version);
    });
  }
}
