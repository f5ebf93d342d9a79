import { AskedPrincipalDto } from '@property-office/backbone';
import type { DocumentVisibilityAsked } from '@property-office/contracts';
import { Id, Nested } from '@property-office/service-kit';

export class DocumentVisibilityDto implements DocumentVisibilityAsked {
  @Id({ label: { zh: '收文', en: 'document' } })
  documentId!: string;

  @Nested(() => AskedPrincipalDto, { label: { zh: '查看人', en: 'reader' } })
  principal!: AskedPrincipalDto;
}
