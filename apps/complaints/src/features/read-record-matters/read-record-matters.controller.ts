import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { RecordMattersDto } from '@property-office/backbone';
import { recordMatterPaths, type RecordMatters } from '@property-office/contracts';
import { handlingTrails } from '@property-office/outbox';
import { Database } from '@property-office/persistence';
import { In } from 'typeorm';
import { kindsOfComplaint } from '../../domain/complaint-kinds';
import { whatBecameOf } from '../../domain/what-became-of';
import { Complainants } from '../../persistence/complainants';
import { Complaint } from '../../persistence/complaint.entity';

/** What archives keep of a case: neither who complained nor how to reach them, which stays in `complainant` (W2.3, W4.5). */
@Controller()
export class ReadRecordMattersController {
  constructor(
    private readonly database: Database,
    private readonly complainants: Complainants,
  ) {}

  @Post(recordMatterPaths.complaints)
  @HttpCode(200)
  @Internal('archives')
  async read(@Body() { ids }: RecordMattersDto): Promise<RecordMatters> {
    const complaints = await this.database.dataSource.getRepository(Complaint).findBy({ id: In(ids) });
    const complainants = await this.complainants.of(ids);
    const sent = (id: string): string[] => (complainants.get(id) ?? []).flatMap(({ attachmentIds }) => attachmentIds);
    const trails = await handlingTrails(this.database, ids);
    const matters = complaints.map((complaint) => ({
      id: complaint.id,
      title: `投诉 ${complaint.number}（${kindsOfComplaint[complaint.kind].name.zh}）`,
      responsibleParty: null,
      documentNumber: null,
      pages: null,
      copies: null,
      paper: false,
      confidentiality: 'confidential' as const,
      text: whatBecameOf(complaint),
      attachmentIds: [...new Set([...complaint.attachmentIds, ...sent(complaint.id), ...complaint.evidenceIds])],
      trail: trails.get(complaint.id)!,
    }));
    return { matters };
  }
}
