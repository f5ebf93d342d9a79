import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { RecordMattersDto } from '@property-office/backbone';
import { recordMatterPaths, type RecordMatters } from '@property-office/contracts';
import { handlingTrails } from '@property-office/outbox';
import { Database } from '@property-office/persistence';
import { In } from 'typeorm';
import { RepairRequest } from '../../persistence/repair-request.entity';

/** What archives keep of a repair request: what was reported, its files, and every step of it; neither who reported it nor their telephone (W4.5). */
@Controller()
export class ReadRecordMattersController {
  constructor(private readonly database: Database) {}

  @Post(recordMatterPaths.tickets)
  @HttpCode(200)
  @Internal('archives')
  async read(@Body() { ids }: RecordMattersDto): Promise<RecordMatters> {
    const requests = await this.database.dataSource.getRepository(RepairRequest).findBy({ id: In(ids) });
    const trails = await handlingTrails(this.database, ids);
    const matters = requests.map(({ id, number, description, attachmentIds }) => {
      const unknown = { responsibleParty: null, documentNumber: null, pages: null, copies: null };
      return { id, title: `报修 ${number}`, ...unknown, paper: false, confidentiality: 'internal' as const, text: `报修 ${number}\n${description}`, attachmentIds, trail: trails.get(id)! };
    });
    return { matters };
  }
}
