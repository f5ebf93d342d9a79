import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { checkComplaintPath, type Checked } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { checked } from '@property-office/service-kit';
import { isKind } from '../../domain/converted';
import { complaintErrors } from '../../domain/errors';
import { CheckComplaintDto } from './check-complaint.dto';
import { CheckComplaintHandler } from './check-complaint.handler';

/** Names of a form's fields, as the event has them. */
const pointers: Readonly<Record<string, string>> = { '/aboutPersonIds/0': '/aboutPersonId', '/outside': '/signs' };

/** Whether a complaint that will be announced by event would be accepted, in the words it would be refused with. */
@Controller()
export class CheckComplaintController {
  constructor(
    private readonly database: Database,
    private readonly handler: CheckComplaintHandler,
  ) {}

  @Post(checkComplaintPath)
  @HttpCode(200)
  @Internal('reception')
  async check(@Body() input: CheckComplaintDto): Promise<Checked> {
    const { refused } = await checked(() => this.examine(input));
    if (!refused) return { refused };
    return { refused: { ...refused, fields: refused.fields.map((field) => ({ ...field, pointer: pointers[field.pointer] ?? field.pointer })) } };
  }

  private async examine({ siteId, category, aboutPersonId, fromHotline, hotlineNumber, hotlineDeadline }: CheckComplaintDto): Promise<void> {
    if (category !== undefined && !isKind(category)) throw complaintErrors.kindUnknown();
    await this.database.transaction((tx) =>
      this.handler.execute(tx, {
        siteId,
        complainantId: null,
        channel: fromHotline ? 'hotline' : 'contact',
        aboutPersonIds: aboutPersonId === undefined ? [] : [aboutPersonId],
        aboutCrewIds: [],
        hotlineNumber: hotlineNumber ?? null,
        hotlineDeadline: hotlineDeadline ?? null,
      }),
    );
  }
}
