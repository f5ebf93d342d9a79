import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { AbsenceView, absenceView } from '../absence.view';
import { RecordAbsenceDto } from './record-absence.dto';
import { RecordAbsenceHandler } from './record-absence.handler';

@Controller('api/absences')
export class RecordAbsenceController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RecordAbsenceHandler,
  ) {}

  @Post()
  @Operation('directory.recordAbsence', {
    summary: { zh: '登记不在岗', en: 'Record an absence' },
    ok: 201,
    okBody: AbsenceView,
    errors: ['conflict'],
  })
  record(@Body() input: RecordAbsenceDto, @Command() command: CommandContext): Promise<Answer<AbsenceView>> {
    return this.commands.run(command, async (tx) => {
      const made = await this.handler.execute(tx, command.principal, input);
      return created(`/api/absences/${made.id}`, absenceView(made), made.version);
    });
  }
}
