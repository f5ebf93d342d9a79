import type { LivingFileSubject } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

interface RequiredPaper {
  paper: string;
  name: Localized;
  /** Wanted anew when the home has another owner. */
  perOwner: boolean;
}

const once = (paper: string, zh: string, en: string): RequiredPaper => ({ paper, name: { zh, en }, perOwner: false });
const ofOwner = (paper: string, zh: string, en: string): RequiredPaper => ({ paper, name: { zh, en }, perOwner: true });

/** What belongs into the file of a home (一户一档) and of a device (一机一档) as sites begin (W4.1); rows of theirs, which they change from then on. */
export const shippedPapers: Readonly<Record<LivingFileSubject, readonly RequiredPaper[]>> = {
  home: [
    once('handover', '房屋交付验收单', 'hand-over of the home'),
    ofOwner('owner-registration', '业主信息登记表', 'registration of the owner'),
    ofOwner('proof-of-ownership', '产权证明复印件', 'copy of the title to the home'),
    ofOwner('covenant', '管理规约承诺书', 'covenant signed by the owner'),
    ofOwner('service-contract', '物业服务协议', 'service contract'),
  ],
  device: [
    once('purchase', '采购合同及发票', 'purchase contract and invoice'),
    once('certificate', '产品合格证', 'certificate of conformity'),
    once('commissioning', '安装调试验收报告', 'commissioning report'),
    once('manual', '使用维护说明书', 'manual'),
    once('inspection', '检验检测报告', 'inspection report'),
    once('maintenance-contract', '维护保养合同', 'maintenance contract'),
  ],
};

/** What is filed beside the papers of the checklist; its title says what it is. */
export const otherPaper = 'other';
/** What a completed repair joins as, by itself. */
export const repairPaper = 'repair';

const form = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Whether a paper that an office adds may be filed under this code: nothing else joins a living file under it. */
export function isPaperCode(code: string): boolean {
  return form.test(code) && code !== otherPaper && code !== repairPaper;
}
