import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, ok, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { ScanShelfDto } from './scan-shelf.dto';
import { ScanShelfHandler } from './scan-shelf.handler';
import { ScannedShelfView, scannedShelfView } from './scanned.view';

@Controller('api/stocktakes')
export class ScanShelfController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ScanShelfHandler,
  ) {}

  @Post(':id/scan')
  @Operation('archives.scanShelf', {
    summary: { zh: '扫描库位上的档案', en: 'Scan what lies on a shelf' },
    description: { zh: '多人可以同时扫描；重复扫描只算一次。', en: 'By several people at once; what is scanned again counts once.' },
    ok: 200,
    okBody: ScannedShelfView,
    errors: ['conflict', 'stale'],
  })
  scan(@PathId() id: string, @Body() input: ScanShelfDto, @Command() command: CommandContext): Promise<Answer<ScannedShelfView>> {
    return this.commands.run(command, async (tx) => ok(scannedShelfView(await this.handler.execute(tx, command, id, input))));
  }
}
