import { ApiProperty } from '@nestjs/swagger';

/** What whoever goes to a home should know (W6.4). */
export interface Door {
  wishes: string;
  noPhone: boolean;
  /** Who is called instead. */
  contactId: string | null;
}

/** What whoever goes to the home should know. */
export class DoorView {
  @ApiProperty({ description: '听力不好，请按两次门铃' })
  wishes!: string;

  @ApiProperty({ description: 'Nobody there has a telephone / 家中没有电话' })
  noPhone!: boolean;

  @ApiProperty({ description: 'Somebody is called instead: who, says GET /api/homes/{id}/care, or the audited route of the case / 有代联系人' })
  hasContact!: boolean;
}

export function doorView(door: Door | null | undefined): DoorView | null {
  return door ? { wishes: door.wishes, noPhone: door.noPhone, hasContact: door.contactId !== null } : null;
}
