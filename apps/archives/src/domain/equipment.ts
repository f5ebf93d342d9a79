import type { EquipmentKind } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

/** By what a device is found besides its own names. */
export const equipmentNames: Readonly<Record<EquipmentKind, Localized>> = {
  lift: { zh: '电梯', en: 'lift' },
  escalator: { zh: '自动扶梯', en: 'escalator' },
  pump: { zh: '水泵', en: 'pump' },
  boiler: { zh: '锅炉', en: 'boiler' },
  'fire-panel': { zh: '消防报警主机', en: 'fire panel' },
  'distribution-board': { zh: '配电箱', en: 'distribution board' },
  generator: { zh: '发电机', en: 'generator' },
  fan: { zh: '风机', en: 'fan' },
  gate: { zh: '道闸', en: 'gate' },
  camera: { zh: '监控', en: 'camera' },
  other: { zh: '其他设备', en: 'other equipment' },
};
