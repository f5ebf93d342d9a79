import { Body, Controller, Post } from '@nestjs/common';
import { newId } from '@property-office/kernel';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { VisitorViews } from '../visitor-views';
import { VisitorView } from '../visitor.view';
import { AnnounceVisitorDto } from './announce-visitor.dto';
import { AnnounceVisitorHandler } from './announce-visitor.handler';

@Controller('api/visitors')
export class AnnounceVisitorController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AnnounceVisitorHandler,
    private readonly views: VisitorViews,
  ) {}

  @Post()
  @Operation('reception.announceVisitor', {
    summary: { zh: '登记访客', en: 'Announce a visitor' },
    description: {
      zh: '本人的访客直接生效，代他人登记须由被访人确认。不收集人脸和身份证。',
      en: "One's own guest is expected at once; one announced for somebody else waits for their host. No face, no identity card.",
    },
    ok: 201,
    okBody: VisitorView,
  })
  announce(@Body() input: AnnounceVisitorDto, @Command() command: CommandContext): Promise<Answer<VisitorView>> {
    return this.commands.run(
      command,
      async (tx) => {
        const visitor = await this.handler.execute(tx, command, input, { id: newId() });
        return created(`/api/visitors/${visitor.id}`, this.views.masked(visitor, command.principal), visitor.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
