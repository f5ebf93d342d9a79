import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { EnquiryView, enquiryViewOf } from '../enquiry.view';
import { WriteEnquiryDto } from './write-enquiry.dto';
import { WriteEnquiryHandler } from './write-enquiry.handler';

@Controller('api/enquiries')
export class WriteEnquiryController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WriteEnquiryHandler,
  ) {}

  @Post()
  @Operation('reception.writeEnquiry', {
    summary: { zh: '在线咨询', en: 'Write to the desk' },
    description: {
      zh: '住户用自己的话咨询；客服接手前由当值人员负责。',
      en: 'In the words of the resident; until the desk takes it, whoever is on duty there answers for it.',
    },
    ok: 201,
    okBody: EnquiryView,
    errors: ['conflict'],
  })
  write(@Body() input: WriteEnquiryDto, @Command() command: CommandContext): Promise<Answer<EnquiryView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const contact = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/enquiries/${contact.id}`, enquiryViewOf(contact), contact.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
