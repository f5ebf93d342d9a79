/** What belonged into the file of a device (一机一档, W4.1) on 29 November 2026, as a migration inserts it. Frozen, as a migration is: what changes later is a row in one of its own. */
export const frozenDevicePapers: ReadonlyArray<{ paper: string; name: { zh: string; en: string }; perOwner: boolean }> = [
  { paper: 'purchase', name: { zh: '采购合同及发票', en: 'purchase contract and invoice' }, perOwner: false },
  { paper: 'certificate', name: { zh: '产品合格证', en: 'certificate of conformity' }, perOwner: false },
  { paper: 'commissioning', name: { zh: '安装调试验收报告', en: 'commissioning report' }, perOwner: false },
  { paper: 'manual', name: { zh: '使用维护说明书', en: 'manual' }, perOwner: false },
  { paper: 'inspection', name: { zh: '检验检测报告', en: 'inspection report' }, perOwner: false },
  { paper: 'maintenance-contract', name: { zh: '维护保养合同', en: 'maintenance contract' }, perOwner: false },
];
