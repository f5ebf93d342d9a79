import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { RecordMattersDto } from '@property-office/backbone';
import { recordMatterPaths, type RecordMatters } from '@property-office/contracts';
import { handlingTrails } from '@property-office/outbox';
import { Database } from '@property-office/persistence';
import { In } from 'typeorm';
import { contentIn } from '../../domain/notice-content';
import { Notice } from '../../persistence/notice.entity';

/** What archives keep of a notice: the canonical text that was approved by its hash, to the letter (W2.4, W4.5). */
@Controller()
export class ReadRecordMattersController {
  constructor(private readonly database: Database) {}

  @Post(recordMatterPaths.notifications)
  @HttpCode(200)
  @Internal('archives')
  async read(@Body() { ids }: RecordMattersDto): Promise<RecordMatters> {
    const notices = await this.database.dataSource.getRepository(Notice).findBy({ id: In(ids) });
    const trails = await handlingTrails(this.database, ids);
    const matters = notices.map(({ id, content }) => {
      const { zh, attachments } = contentIn(content);
      const unknown = { responsibleParty: null, documentNumber: null, pages: null, copies: null };
      return { id, title: zh.title, ...unknown, paper: false, confidentiality: 'open' as const, text: content, attachmentIds: attachments.map((file) => file.id), trail: trails.get(id)! };
    });
    return { matters };
  }
}
