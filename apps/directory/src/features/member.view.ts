import { ApiProperty } from '@nestjs/swagger';
import { TieView, tieView } from './tie.view';
import type { Tie } from '../persistence/tie.entity';

export class MemberView extends TieView {
  @ApiProperty({ description: 'As whoever added them calls them' })
  name!: string;

  @ApiProperty({ description: 'Whether the reader added them, and may end it' })
  addedByYou!: boolean;
}

export class HomeMembers {
  @ApiProperty({ type: [MemberView] })
  items!: MemberView[];
}

export function memberView(tie: Tie, name: string, viewerId: string): MemberView {
  return { ...tieView(tie), name, addedByYou: tie.addedBy === viewerId };
}
