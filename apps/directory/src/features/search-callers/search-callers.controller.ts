import { Controller, Get, Header, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Id, Operation, Text } from '@property-office/service-kit';
import { fewestLetters, mostCallers, SearchCallersHandler } from './search-callers.handler';
import { CallersFound } from './caller.view';

export class SearchCallersQuery {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({
    label: { zh: '搜索内容', en: 'search text' },
    min: fewestLetters,
    max: 50,
    description: `A name, its pinyin or initials, a home or building (501, 3栋), or a whole telephone number; at least ${fewestLetters} letters or digits`,
  })
  q!: string;
}

/** Who it can be that calls or stands at the desk (W2.1): the contact is then recorded for the person that was chosen. */
@Controller('api/people')
export class SearchCallersController {
  constructor(private readonly handler: SearchCallersHandler) {}

  @Get('callers')
  @Header('cache-control', 'no-store')
  @Operation('directory.searchCallers', {
    summary: { zh: '查找来电来访人', en: 'Search who calls' },
    description: {
      zh: `按姓名、拼音、首字母、房号、楼栋或完整电话，在一个项目内查找，最多 ${mostCallers} 人，不分页；每次查看都会留下记录。`,
      en: `Within one site, by name, pinyin, initials, home, building or a whole telephone number: at most ${mostCallers} people and no further page. Each time is recorded.`,
    },
    ok: 200,
    okBody: CallersFound,
  })
  search(@Query() { siteId, q }: SearchCallersQuery, @Acting() principal: Principal): Promise<CallersFound> {
    return this.handler.execute(principal, siteId, q);
  }
}
