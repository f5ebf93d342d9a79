import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Id, OneOf, Operation, PageQuery, Text } from '@property-office/service-kit';
import { claimStates, type ClaimState } from '../../domain/home-claim-states';
import { ReadHomeClaims } from '../../persistence/read-home-claims';
import { HomeClaimPage, listedClaimView } from '../home-claim.view';

export class ListHomeClaimsQuery extends PageQuery {
  @OneOf(claimStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: ClaimState;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '房屋', en: 'home' }, optional: true })
  homeId?: string;

  @Text({
    label: { zh: '搜索内容', en: 'search text' },
    max: 100,
    optional: true,
    description: 'Words of the name, the home or the note',
  })
  q?: string;
}

@Controller('api/home-claims')
export class ListHomeClaimsController {
  constructor(private readonly claims: ReadHomeClaims) {}

  @Get()
  @Operation('directory.listHomeClaims', {
    summary: { zh: '房屋认领列表', en: 'List claims of homes' },
    description: {
      zh: '客服看本项目的，业主看自己房屋的，每个人看自己的。',
      en: 'To the office those of its sites, to owners those on their homes, to everybody their own.',
    },
    ok: 200,
    okBody: HomeClaimPage,
  })
  async list(
    @Query() { status, homeId, ...rest }: ListHomeClaimsQuery,
    @Acting() principal: Principal,
  ): Promise<HomeClaimPage> {
    const { items, nextCursor } = await this.claims.page(principal, {
      ...rest,
      ...(status && { state: status }),
      ...(homeId && { homeId }),
    });
    return { items: items.map((seen) => listedClaimView(seen, principal.personId)), nextCursor };
  }
}
