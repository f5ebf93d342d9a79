import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { principalAsked } from '@property-office/backbone';
import { checkComplaintPath, type CheckedComplaint } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { checked } from '@property-office/service-kit';
import { isKind } from '../../domain/converted';
import { complaintErrors } from '../../domain/errors';
import { CheckComplaintDto } from './check-complaint.dto';
import { CheckComplaintHandler } from './check-complaint.handler';
import { CheckJoining } from './check-joining';

/** Whether a complaint that will be announced by event would be accepted, in the words it would be refused with. */
@Controller()
export class CheckComplaintController {
  constructor(
    private readonly database: Database,
    private readonly handler: CheckComplaintHandler,
    private readonly joining: CheckJoining,
  ) {}

  @Post(checkComplaintPath)
  @HttpCode(200)
  @Internal('reception')
  async check(@Body() input: CheckComplaintDto): Promise<CheckedComplaint> {
    const answer: Pick<CheckedComplaint, 'joined'> = {};
    const { refused } = await checked(async () => void Object.assign(answer, await this.examine(input)));
    if (!refused) return { refused, ...answer };
    return { refused: { ...refused, fields: refused.fields.map((field) => ({ ...field, pointer: pointerOf(field.pointer, input) })) } };
  }

  private async examine(input: CheckComplaintDto): Promise<Pick<CheckedComplaint, 'joined'>> {
    const { siteId, category, aboutPersonId, aboutPersonIds = [], aboutCrewIds = [], fromHotline, hotlineNumber, hotlineDeadline } = input;
    const { joins, principal, complainantId = null } = input;
    if (category !== undefined && !isKind(category)) throw complaintErrors.kindUnknown();
    return this.database.transaction(async (tx) => {
      await this.handler.execute(tx, {
        siteId,
        complainantId: null,
        channel: fromHotline ? 'hotline' : 'contact',
        aboutPersonIds: [...(aboutPersonId === undefined ? [] : [aboutPersonId]), ...aboutPersonIds],
        aboutCrewIds,
        hotlineNumber: hotlineNumber ?? null,
        hotlineDeadline: hotlineDeadline ?? null,
      });
      if (joins === undefined || !principal) return {};
      return { joined: await this.joining.execute(tx, { siteId, joins, principal: principalAsked(principal), complainantId }) };
    });
  }
}

/** Names of a form's fields, as the event has them. */
function pointerOf(pointer: string, { aboutPersonId }: CheckComplaintDto): string {
  if (pointer === '/outside') return '/signs';
  const nth = /^\/aboutPersonIds\/(\d+)$/.exec(pointer)?.[1];
  if (nth === undefined || aboutPersonId === undefined) return pointer;
  return nth === '0' ? '/aboutPersonId' : `/aboutPersonIds/${Number(nth) - 1}`;
}
