/** Papers in the files of the demonstration's devices, by their numbers (DEMO=1): the lift and the former pumps lack some, the pump in service lacks nothing. */
export const demoDevicePapers: Readonly<Record<string, ReadonlyArray<readonly [paper: string, title: string]>>> = {
  'DT-01': [
    ['purchase', '电梯采购合同（2018）及发票'],
    ['certificate', '电梯产品合格证'],
    ['inspection', '电梯定期检验报告（2026）'],
  ],
  'SB-00': [['certificate', '水泵产品合格证（2002）']],
  'SB-01': [
    ['certificate', '水泵产品合格证'],
    ['manual', '水泵使用维护说明书'],
  ],
  'SB-02': [
    ['purchase', '水泵采购合同（2025）及发票'],
    ['certificate', '水泵产品合格证'],
    ['commissioning', '水泵安装调试验收报告'],
    ['manual', '水泵使用维护说明书'],
    ['inspection', '水泵检测报告'],
    ['maintenance-contract', '水泵维护保养合同'],
  ],
};

/** Papers of one that is out of service, after what it left was closed first: one is closed again, the other waits for that. Of any other that was all, and its record is due. */
export const demoLater: Readonly<Record<string, readonly [closed: string, waiting: string]>> = { 'SB-01': ['水泵报废处置单', '废旧设备回收发票'] };

/** What the office has put on the list of devices: the lift lacks it. */
export const demoRequired = { subject: 'device', paper: 'use-registration', nameZh: '特种设备使用登记证', nameEn: 'registration of use', equipment: ['lift', 'escalator', 'boiler'] } as const;

/** What it has taken off the list of homes. */
export const demoRetired = { subject: 'home', paper: 'service-contract', reason: '协议由合同档案统一保管，不再逐户归入' } as const;

/** Whose papers have to stay, and why. */
export const demoHold: Readonly<Record<string, string>> = { 'DT-01': '电梯困人事件调查' };
