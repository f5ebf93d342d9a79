import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation } from '@property-office/service-kit';
import { ImportedPlaces, importedPlaceView } from './imported-place.view';
import { ImportPlacesDto } from './import-places.dto';
import { ImportPlacesHandler } from './import-places.handler';

@Controller('api/places')
export class ImportPlacesController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ImportPlacesHandler,
  ) {}

  @Post('batch')
  @Operation('directory.importPlaces', {
    summary: { zh: '批量导入地点', en: 'Import many places' },
    description: {
      zh: '最多 500 条，全部成功或全部不成功；按项目和外部编号去重，重复提交不会重复登记。已登记的地点只按清单更新设备信息，更改逐条列出，可先预览。',
      en: 'At most 500, all or none; known by site and external code, so that a repeated list doubles nothing. Of a registered place it changes what it says of a device alone; each change is listed, and may be previewed.',
    },
    ok: 200,
    okBody: ImportedPlaces,
    errors: ['conflict'],
  })
  import(
    @Body() input: ImportPlacesDto,
    @Command() command: CommandContext,
  ): Promise<Answer<ImportedPlaces>> {
    const { preview = false } = input;
    return this.commands.run(command, async (tx) => {
      const imported = await this.handler.execute(tx, command.principal, input);
      return ok({ items: imported.map((place) => importedPlaceView(place, preview)) });
    });
  }
}
