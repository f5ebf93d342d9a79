import { ActFields, Ids, Text } from '@property-office/service-kit';

export class FilePaperDto extends ActFields {
  @Text({ label: { zh: '材料类别', en: 'kind of paper' }, max: 50, example: 'proof-of-ownership', description: '应归材料之一（见应归材料清单），其他材料填 other / One of the papers that belong there, as its completeness list names them, or other' })
  paper!: string;

  @Text({ label: { zh: '题名', en: 'title' }, max: 200 })
  title!: string;

  @Ids({ label: { zh: '文件', en: 'files' }, max: 20, optional: true, description: '不填为仅存纸质件 / Left out: on paper alone' })
  attachmentIds?: string[];
}
