import { ApiProperty } from '@nestjs/swagger';
import { mediaTypes } from '../domain/media-type';
import type { Attachment } from '../persistence/attachments';

/** An upload as its uploader sees it. Size and measures are those of what is stored, which may be smaller than what was sent. */
export class AttachmentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: '厨房漏水.jpg' })
  name!: string;

  @ApiProperty({ enum: mediaTypes })
  mediaType!: string;

  @ApiProperty({ description: 'Bytes', type: 'integer' })
  size!: number;

  @ApiProperty({ required: false, type: 'integer', description: 'Pixels, of images' })
  width?: number;

  @ApiProperty({ required: false, type: 'integer', description: 'Pixels, of images' })
  height?: number;
}

export function viewOf({ id, name, mediaType, size, width, height }: Attachment): AttachmentView {
  return { id, name, mediaType, size, ...(width !== null && height !== null && { width, height }) };
}
