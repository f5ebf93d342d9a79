import { Text } from '@property-office/service-kit';

export class CorrectDeviceNumberDto {
  @Text({ label: { zh: '正确的设备编号', en: 'right number of the device' }, max: 50, example: 'DT-01' })
  number!: string;

  @Text({ label: { zh: '更正原因', en: 'reason of the correction' }, max: 300 })
  reason!: string;
}
