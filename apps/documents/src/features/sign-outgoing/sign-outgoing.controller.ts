import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { SignOutgoingDto } from './sign-outgoing.dto';
import { SignOutgoingHandler } from './sign-outgoing.handler';

@Controller('api/outgoing-documents')
export class SignOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SignOutgoingHandler,
  ) {}

  @Post(':id/sign')
  @Operation('documents.signOutgoing', {
    summary: { zh: '签发', en: 'Sign a document off' },
    description: { zh: '由没有参与拟稿的人签发；须给出所读文稿的散列值，与当前文稿一致才算签发；核稿后退回改过而散列值未变的，须带 If-Match。', en: 'By another person than who wrote it, who names the hash of the text they read. Needs If-Match where it was returned after a review, and changed without another hash.' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  sign(@PathId() id: string, @Body() input: SignOutgoingDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
