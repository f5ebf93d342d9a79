import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { SuggestionView, suggestionView } from '../suggestion.view';
import { RecordSuggestionDto } from './record-suggestion.dto';
import { RecordSuggestionHandler } from './record-suggestion.handler';

@Controller('api/suggestions')
export class RecordSuggestionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RecordSuggestionHandler,
  ) {}

  @Post()
  @Operation('complaints.recordSuggestion', { summary: { zh: '登记建议', en: 'Record a suggestion' }, ok: 201, okBody: SuggestionView })
  record(@Body() input: RecordSuggestionDto, @Command() command: CommandContext): Promise<Answer<SuggestionView>> {
    return this.commands.run(
      command,
      (tx, prepared) => {
        const suggestion = this.handler.execute(tx, command, input, prepared);
        return created(`/api/suggestions/${suggestion.id}`, suggestionView(suggestion), suggestion.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
