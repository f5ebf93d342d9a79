import { OneOf, QueryNumber, Text } from '@property-office/service-kit';

export class DownloadAttachmentQuery {
  @OneOf(['1'], { label: { zh: '缩略图', en: 'thumbnail' }, optional: true })
  thumbnail?: '1';

  @QueryNumber({
    label: { zh: '链接有效期', en: 'end of the link' },
    min: 0,
    max: 99_999_999_999,
    optional: true,
  })
  until?: number;

  @Text({ label: { zh: '链接签名', en: 'signature of the link' }, max: 100, optional: true })
  signature?: string;
}
