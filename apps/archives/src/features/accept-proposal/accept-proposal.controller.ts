import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ReadRecords } from '../../persistence/read-records';
import { RecordView, recordView } from '../record.view';
import { AcceptProposalDto } from './accept-proposal.dto';
import { AcceptProposalHandler } from './accept-proposal.handler';

@Controller('api/record-proposals')
export class AcceptProposalController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AcceptProposalHandler,
    private readonly records: ReadRecords,
  ) {}

  @Post(':id/accept')
  @Operation('archives.acceptProposal', {
    summary: { zh: '归档', en: 'Accept a proposal' },
    description: { zh: '返回形成的档案。', en: 'Answers the record that it becomes.' },
    ok: 200,
    okBody: RecordView,
    errors: ['conflict', 'stale'],
  })
  accept(@PathId() id: string, @Body() input: AcceptProposalDto, @Command() command: CommandContext): Promise<Answer<RecordView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const archived = await this.handler.execute(tx, command, id, input, prepared);
        return ok(recordView((await this.records.one(command.principal, archived.id, command.operation, tx))!), archived.version);
      },
      () => this.handler.prepare(command, id),
    );
  }
}
