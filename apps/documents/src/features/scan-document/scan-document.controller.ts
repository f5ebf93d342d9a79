import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation } from '@property-office/service-kit';
import { ScanDocumentDto } from './scan-document.dto';
import { ScanDocumentHandler } from './scan-document.handler';

/** The receipt of a scan: nothing of what the document says. */
export class ScanReceiptView {
  @ApiProperty({ format: 'uuid' })
  documentId!: string;

  @ApiProperty({ example: '收文〔2026〕17号' })
  number!: string;

  @ApiProperty({ description: 'Which scan of it / 第几次扫码' })
  scan!: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Who has the original now / 原件持有人' })
  holderId!: string | null;
}

@Controller('api/incoming-documents')
export class ScanDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ScanDocumentHandler,
  ) {}

  @Post('scan')
  @Operation('documents.scanDocument', {
    summary: { zh: '扫描文件流转单', en: 'Scan the slip of a document' },
    description: { zh: '每次扫码即一张回执：谁、在哪里、何时；接收原件的人成为持有人。', en: 'Each scan is a receipt; whoever takes the original holds it.' },
    ok: 200,
    okBody: ScanReceiptView,
    errors: ['not-found', 'conflict'],
  })
  scan(@Body() { token, ...input }: ScanDocumentDto, @Command() command: CommandContext): Promise<Answer<ScanReceiptView>> {
    return this.commands.run(
      command,
      async (tx, id) => {
        const { document, holderId } = await this.handler.execute(tx, command, id, input);
        return ok({ documentId: id, number: document.number, scan: document.scans, holderId });
      },
      () => this.handler.prepare(token),
    );
  }
}
