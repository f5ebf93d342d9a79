import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ReadRecords } from '../../persistence/read-records';
import { RecordView, recordView } from '../record.view';
import { AdmitReaderDto } from './admit-reader.dto';
import { AdmitReaderHandler } from './admit-reader.handler';

@Controller('api/records')
export class AdmitReaderController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AdmitReaderHandler,
    private readonly records: ReadRecords,
  ) {}

  @Post(':id/admit')
  @Operation('archives.admitReader', {
    summary: { zh: '指定人员查阅', en: 'Admit somebody by name' },
    ok: 200,
    okBody: RecordView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: AdmitReaderDto, @Command() command: CommandContext): Promise<Answer<RecordView>> {
    return this.commands.run(command, async (tx) => {
      await this.handler.execute(tx, command, id, input);
      const record = (await this.records.one(command.principal, id, command.operation, tx))!;
      return ok(recordView(record), record.version);
    });
  }
}
