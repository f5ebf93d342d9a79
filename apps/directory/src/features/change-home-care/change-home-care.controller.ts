import { Body, Controller, Put } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import { maskPhone } from '@property-office/kernel';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { openPhone } from '../../persistence/person-phone';
import { HomeCareView, homeCareView } from '../home-care.view';
import { ChangeHomeCareDto } from './change-home-care.dto';
import { ChangeHomeCareHandler } from './change-home-care.handler';

@Controller('api/homes')
export class ChangeHomeCareController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ChangeHomeCareHandler,
    private readonly cipher: FieldCipher,
  ) {}

  @Put(':id/care')
  @Operation('directory.changeHomeCare', {
    summary: { zh: '登记上门须知和代联系人', en: 'Write the wishes of a home, and who is called instead' },
    ok: 200,
    okBody: HomeCareView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  change(
    @PathId() id: string,
    @Body() input: ChangeHomeCareDto,
    @Command() command: CommandContext,
  ): Promise<Answer<HomeCareView>> {
    return this.commands.run(command, async (tx) => {
      const { care, contact } = await this.handler.execute(tx, command, id, input);
      const phone = contact && openPhone(this.cipher, contact);
      const view = homeCareView({
        homeId: id,
        care,
        contact: contact && {
          personId: contact.id,
          name: input.contact!.name,
          phone: phone && maskPhone(phone),
        },
      });
      return ok(view, care.version);
    });
  }
}
