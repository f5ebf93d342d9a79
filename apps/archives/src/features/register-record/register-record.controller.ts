import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { ReadRecords } from '../../persistence/read-records';
import { RecordView, recordView } from '../record.view';
import { RegisterRecordDto } from './register-record.dto';
import { RegisterRecordHandler } from './register-record.handler';

@Controller('api/records')
export class RegisterRecordController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RegisterRecordHandler,
    private readonly records: ReadRecords,
  ) {}

  @Post()
  @Operation('archives.registerRecord', {
    summary: { zh: '著录归档', en: 'Catalogue a record by hand' },
    description: { zh: '档号按 DA/T 22 编制，一次给定，不再更改。', en: 'Its archive number is given once, by DA/T 22, and never changed.' },
    ok: 201,
    okBody: RecordView,
    errors: ['conflict'],
  })
  register(@Body() input: RegisterRecordDto, @Command() command: CommandContext): Promise<Answer<RecordView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const { id, version } = await this.handler.execute(tx, command, input, prepared);
        const record = (await this.records.one(command.principal, id, command.operation, tx))!;
        return created(`/api/records/${id}`, recordView(record), version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
