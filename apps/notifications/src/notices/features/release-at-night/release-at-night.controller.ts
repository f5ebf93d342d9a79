import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { NoticeView, viewOf } from '../notice.view';
import { ReleaseAtNightDto } from './release-at-night.dto';
import { ReleaseAtNightHandler } from './release-at-night.handler';

@Controller('api/night-notices')
export class ReleaseAtNightController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReleaseAtNightHandler,
  ) {}

  @Post()
  @Operation('notifications.releaseAtNight', {
    summary: { zh: '夜间发布（固定模板）', en: 'Release a notice at night, from a fixed template' },
    ok: 201,
    okBody: NoticeView,
    errors: ['conflict'],
  })
  release(@Body() input: ReleaseAtNightDto, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const notice = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/notices/${notice.id}`, viewOf(notice), notice.version);
      },
      () => this.handler.prepare(input),
    );
  }
}
