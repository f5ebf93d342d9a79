import { ApiProperty } from '@nestjs/swagger';
import type { Transaction } from '@property-office/persistence';
import { noticeErrors } from '../domain/errors';
import { slipsOf, type Slip } from '../persistence/slips';

export class SlipsView {
  @ApiProperty({ description: 'Homes with a slip under the door / 入户通知单户数' })
  slips!: number;

  @ApiProperty({ description: 'Of these left by now / 已送达户数' })
  left!: number;
}

export async function slipsView(tx: Transaction, noticeId: string): Promise<SlipsView> {
  const slips = await slipsOf(tx, noticeId);
  return { slips: slips.length, left: slips.filter(({ leftAt }) => leftAt !== null).length };
}

/** @throws slipUnknown (400) */
export function assertKnown(slips: readonly Slip[], homeIds: readonly string[]): void {
  const known = new Set(slips.map(({ homeId }) => homeId));
  const stranger = homeIds.findIndex((homeId) => !known.has(homeId));
  if (stranger >= 0) throw noticeErrors.slipUnknown(stranger);
}
