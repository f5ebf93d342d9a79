import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { PlaceView, placeView } from '../place.view';
import { RegisterHomeDto, RegisterPlaceDto } from './register-place.dto';
import { RegisterPlaceHandler } from './register-place.handler';

@Controller('api')
export class RegisterPlaceController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RegisterPlaceHandler,
  ) {}

  @Post('places')
  @Operation('directory.createPlace', {
    summary: { zh: '登记楼栋、单元、公共地点或设备', en: 'Register a building, an entrance, a public place or a device' },
    ok: 201,
    okBody: PlaceView,
    errors: ['conflict'],
  })
  registerPlace(
    @Body() input: RegisterPlaceDto,
    @Command() command: CommandContext,
  ): Promise<Answer<PlaceView>> {
    return this.commands.run(command, async (tx) => {
      const place = await this.handler.execute(tx, command.principal, 'directory.createPlace', input);
      return created(`/api/places/${place.id}`, placeView(place), place.version);
    });
  }

  @Post('homes')
  @Operation('directory.createHome', {
    summary: { zh: '登记房屋', en: 'Register a home' },
    ok: 201,
    okBody: PlaceView,
    errors: ['conflict'],
  })
  registerHome(
    @Body() input: RegisterHomeDto,
    @Command() command: CommandContext,
  ): Promise<Answer<PlaceView>> {
    const { name = { zh: input.code } } = input;
    return this.commands.run(command, async (tx) => {
      const home = await this.handler.execute(tx, command.principal, 'directory.createHome', {
        ...input,
        name,
        kind: 'home',
      });
      return created(`/api/homes/${home.id}`, placeView(home), home.version);
    });
  }
}
