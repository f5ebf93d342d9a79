import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { ReadHomeCare } from '../../persistence/read-home-care';
import { HomeCareView, homeCareView } from '../home-care.view';

@Controller('api/homes')
export class ReadHomeCareController {
  constructor(private readonly care: ReadHomeCare) {}

  @Get(':id/care')
  @Operation('directory.readHomeCare', {
    summary: { zh: '上门须知和代联系人', en: 'Wishes of a home, and who is called instead' },
    ok: 200,
    okBody: HomeCareView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<HomeCareView>> {
    const view = homeCareView(await this.care.of(principal, 'directory.readHomeCare', id));
    return ok(view, view.version);
  }
}
