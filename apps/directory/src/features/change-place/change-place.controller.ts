import { Body, Controller, Patch } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { PlaceView, placeView } from '../place.view';
import { ChangeHomeDto, ChangePlaceDto } from './change-place.dto';
import { ChangePlaceHandler } from './change-place.handler';

@Controller('api')
export class ChangePlaceController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ChangePlaceHandler,
  ) {}

  @Patch('places/:id')
  @Operation('directory.changePlace', {
    summary: { zh: '修改楼栋、单元、公共地点或设备', en: 'Change a building, an entrance, a public place or a device' },
    ok: 200,
    okBody: PlaceView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  changePlace(
    @PathId() id: string,
    @Body() input: ChangePlaceDto,
    @Command() command: CommandContext,
  ): Promise<Answer<PlaceView>> {
    return this.change('directory.changePlace', id, input, command);
  }

  @Patch('homes/:id')
  @Operation('directory.changeHome', {
    summary: { zh: '修改房屋', en: 'Change a home' },
    ok: 200,
    okBody: PlaceView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  changeHome(
    @PathId() id: string,
    @Body() input: ChangeHomeDto,
    @Command() command: CommandContext,
  ): Promise<Answer<PlaceView>> {
    return this.change('directory.changeHome', id, input, command);
  }

  private change(
    operation: 'directory.changePlace' | 'directory.changeHome',
    id: string,
    input: ChangePlaceDto,
    command: CommandContext,
  ): Promise<Answer<PlaceView>> {
    return this.commands.run(command, async (tx) => {
      const place = await this.handler.execute(tx, command, operation, id, input);
      return ok(placeView(place), place.version);
    });
  }
}
