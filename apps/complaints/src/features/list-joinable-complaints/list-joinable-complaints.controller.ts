import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { actingRole } from '@property-office/access';
import { complaintKinds, type Principal } from '@property-office/contracts';
import { Acting, inAskedLanguage, Operation } from '@property-office/service-kit';
import { complaintStates, stateNames } from '../../domain/complaint-states';
import { kindsOfComplaint } from '../../domain/complaint-kinds';
import { JoinableComplaints, type JoinableComplaint } from '../../persistence/joinable-complaints';
import { ListJoinableComplaintsQuery } from './list-joinable-complaints.query';

export class JoinableComplaintView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'C-20261127-10001' })
  number!: string;

  @ApiProperty({ enum: complaintKinds })
  kind!: string;

  @ApiProperty({ description: 'The kind as people call it / 类别名称' })
  kindName!: string;

  @ApiProperty({ enum: complaintStates })
  status!: string;

  @ApiProperty()
  statusName!: string;

  @ApiProperty()
  words!: string;

  @ApiProperty({ description: 'Homes that complain, each once / 投诉户数' })
  households!: number;

  @ApiProperty()
  major!: boolean;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;
}

export class JoinableComplaintsView {
  @ApiProperty({ type: [JoinableComplaintView] })
  items!: JoinableComplaintView[];
}

const operation = 'complaints.listJoinableComplaints';

/** What a caller may be complaining about that others complained about lately: theirs need not be one more case (W2.3). */
@Controller('api/complaints')
export class ListJoinableComplaintsController {
  constructor(private readonly complaints: JoinableComplaints) {}

  @Get('joinable')
  @Header('cache-control', 'no-store')
  @Operation(operation, {
    summary: { zh: '可并入的投诉', en: 'Complaints a caller may join' },
    description: {
      zh: '本项目三十天内登记、尚未结案的投诉，最多十条；给出类别、地点或文字时，符合越多越靠前。对您隐藏的不在其中。',
      en: 'Open complaints of the site recorded in the last thirty days, ten at most; of kind, place or words that are given, those that match more come first. None that is hidden from you.',
    },
    ok: 200,
    okBody: JoinableComplaintsView,
  })
  async list(@Query() query: ListJoinableComplaintsQuery, @Acting() principal: Principal): Promise<JoinableComplaintsView> {
    actingRole(principal, operation, query.siteId);
    return { items: (await this.complaints.of(principal, query)).map(viewOf) };
  }
}

function viewOf({ id, number, kind, state, words, households, major, recordedAt }: JoinableComplaint): JoinableComplaintView {
  const names = { kindName: inAskedLanguage(kindsOfComplaint[kind].name), statusName: inAskedLanguage(stateNames[state]) };
  return { id, number, kind, status: state, ...names, words, households, major, recordedAt: recordedAt.toISOString() };
}
