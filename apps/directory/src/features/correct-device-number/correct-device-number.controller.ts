import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { PlaceView, placeView } from '../place.view';
import { CorrectDeviceNumberDto } from './correct-device-number.dto';
import { CorrectDeviceNumberHandler } from './correct-device-number.handler';

@Controller('api/places')
export class CorrectDeviceNumberController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CorrectDeviceNumberHandler,
  ) {}

  @Post(':id/correct-device-number')
  @Operation('directory.correctDeviceNumber', {
    summary: { zh: '更正填错的设备编号', en: 'Correct a device number that was entered wrongly' },
    description: {
      zh: '设备档案随之改用正确的编号；原编号和更正原因留痕。更换设备请登记新设备。',
      en: 'Its file goes by the right number from then on; the one before and the reason are kept. A device that takes its place is registered anew.',
    },
    ok: 200,
    okBody: PlaceView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  correct(@PathId() id: string, @Body() input: CorrectDeviceNumberDto, @Command() command: CommandContext): Promise<Answer<PlaceView>> {
    return this.commands.run(command, async (tx) => {
      const place = await this.handler.execute(tx, command, id, input);
      return ok(placeView(place), place.version);
    });
  }
}
