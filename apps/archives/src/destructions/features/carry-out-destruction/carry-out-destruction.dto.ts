import { ActFields, Text } from '@property-office/service-kit';

export class CarryOutDestructionDto extends ActFields {
  @Text({ label: { zh: '纸质档案销毁方式', en: 'way the paper is destroyed' }, max: 200, optional: true, example: '粉碎', description: '清册中有纸质档案时必填 / Needed where the list holds paper' })
  method?: string;
}
