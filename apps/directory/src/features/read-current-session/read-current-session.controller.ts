import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { DescribePrincipal } from '../../sessions/describe-principal';
import { CurrentPrincipalView } from '../principal.view';

@Controller('api/sessions')
export class ReadCurrentSessionController {
  constructor(private readonly principals: DescribePrincipal) {}

  @Get('current')
  @Operation('directory.readCurrentSession', {
    summary: { zh: '当前登录', en: 'Who is signed in' },
    ok: 200,
    okBody: CurrentPrincipalView,
  })
  read(@Acting() principal: Principal): Promise<CurrentPrincipalView> {
    return this.principals.describe(principal);
  }
}
