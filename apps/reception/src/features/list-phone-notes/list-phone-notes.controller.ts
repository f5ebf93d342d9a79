import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Database, whereEquals } from '@property-office/persistence';
import { Acting, Id, OneOf, Operation, PageQuery, Text } from '@property-office/service-kit';
import { phoneNoteStates, type PhoneNoteState } from '../../domain/phone-note-states';
import { readPage } from '../../persistence/listed';
import { PhoneNoteCallers } from '../../persistence/phone-note-callers';
import { phoneNoteKind } from '../../persistence/phone-notes';
import { PhoneNoteViews } from '../phone-note-views';
import { PhoneNoteView } from '../phone-note.view';

export class ListPhoneNotesQuery extends PageQuery {
  @OneOf(phoneNoteStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: PhoneNoteState;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '转告对象', en: 'colleague' }, optional: true })
  toPersonId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: 'Number, words of the note, the whole telephone number of who rang, or their whole name, or its pinyin' })
  q?: string;
}

export class PhoneNotePage {
  @ApiProperty({ type: [PhoneNoteView] })
  items!: PhoneNoteView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/phone-notes')
export class ListPhoneNotesController {
  constructor(
    private readonly database: Database,
    private readonly callers: PhoneNoteCallers,
    private readonly views: PhoneNoteViews,
  ) {}

  @Get()
  @Operation('reception.listPhoneNotes', { summary: { zh: '电话转告单列表', en: 'List phone notes' }, ok: 200, okBody: PhoneNotePage })
  async list(@Query() query: ListPhoneNotesQuery, @Acting() principal: Principal): Promise<PhoneNotePage> {
    const { status, siteId, toPersonId, q } = query;
    const found = q === undefined ? undefined : this.callers.whereTyped(q);
    if (q !== undefined && !found) return { items: [], nextCursor: null };
    const conditions = [...whereEquals('t.state', status), ...whereEquals('t.site_id', siteId), ...whereEquals('t.to_person', toPersonId), ...(found ? [found] : [])];
    const page = await readPage(this.database, principal, 'reception.listPhoneNotes', phoneNoteKind, conditions, query);
    return { items: page.items.map((note) => this.views.masked(note)), nextCursor: page.nextCursor };
  }
}
