import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ReadRecords } from '../../persistence/read-records';
import { RecordView, recordView } from '../record.view';
import { EndAdmissionDto } from './end-admission.dto';
import { EndAdmissionHandler } from './end-admission.handler';

@Controller('api/records')
export class EndAdmissionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: EndAdmissionHandler,
    private readonly records: ReadRecords,
  ) {}

  @Post(':id/end-admission')
  @Operation('archives.endAdmission', {
    summary: { zh: '结束指定人员查阅', en: 'End an admission by name' },
    ok: 200,
    okBody: RecordView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: EndAdmissionDto, @Command() command: CommandContext): Promise<Answer<RecordView>> {
    return this.commands.run(command, async (tx) => {
      await this.handler.execute(tx, command, id, input);
      const record = (await this.records.one(command.principal, id, command.operation, tx))!;
      return ok(recordView(record), record.version);
    });
  }
}
