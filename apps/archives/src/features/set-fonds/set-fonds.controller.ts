import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Id, ok, Operation, Text } from '@property-office/service-kit';
import { Settings } from '../../persistence/settings';
import { ArchiveSettingsView } from '../archive-settings.view';
import { SetFondsHandler } from './set-fonds.handler';

export class SetFondsDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({ label: { zh: '全宗号', en: 'code of the fonds' }, max: 10, example: 'PM01' })
  code!: string;
}

@Controller('api/archive-settings')
export class SetFondsController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SetFondsHandler,
    private readonly settings: Settings,
  ) {}

  @Post('set-fonds')
  @Operation('archives.setFonds', { summary: { zh: '设定全宗号', en: 'Set the fonds of a site' }, ok: 200, okBody: ArchiveSettingsView, errors: ['conflict'] })
  set(@Body() input: SetFondsDto, @Command() command: CommandContext): Promise<Answer<ArchiveSettingsView>> {
    return this.commands.run(command, async (tx) => {
      await this.handler.execute(tx, command, input);
      return ok({ siteId: input.siteId, ...(await this.settings.of(tx, input.siteId)) });
    });
  }
}
