import type { LoanForm } from '@property-office/contracts';
import type { CopyState } from '../domain/copy-states';
import type { LoanState } from '../domain/loan-states';

/** Of which record of the demonstration: the contract of paper, the papers of the dispute, the confidential ones, or what was filed. */
export type DemoLent = 'contract' | 'dispute' | 'hidden' | 'filed';

/** Of each state one (DEMO=1). Who asks for the confidential papers is the clerk, of all else the lead. */
export const demoLoans: ReadonlyArray<{ state: LoanState; of: DemoLent; form: LoanForm; purpose: string; days: number }> = [
  { state: 'handed-over', of: 'contract', form: 'paper', purpose: '核对维护范围', days: 10 },
  { state: 'recalled', of: 'dispute', form: 'paper', purpose: '准备答辩材料', days: 12 },
  { state: 'asked', of: 'hidden', form: 'paper', purpose: '年度考核复核', days: 5 },
  { state: 'asked', of: 'contract', form: 'paper', purpose: '续签合同', days: 14 },
  { state: 'approved', of: 'filed', form: 'paper', purpose: '核对印章', days: 7 },
  { state: 'approved', of: 'filed', form: 'digital', purpose: '核对原文', days: 5 },
  { state: 'refused', of: 'dispute', form: 'paper', purpose: '学习参考', days: 3 },
  { state: 'withdrawn', of: 'contract', form: 'paper', purpose: '查找价格', days: 3 },
  { state: 'returned', of: 'filed', form: 'paper', purpose: '扫描存档', days: 4 },
  { state: 'opened', of: 'filed', form: 'digital', purpose: '起草回复', days: 7 },
  { state: 'ended', of: 'filed', form: 'digital', purpose: '培训', days: 2 },
];

export const demoCopies: ReadonlyArray<{ state: CopyState; of: DemoLent; forWhom: string; purpose: string; copies: number; letter?: string; officers?: string[] }> = [
  { state: 'asked', of: 'dispute', forWhom: '区人民法院', purpose: '诉讼举证', copies: 2, letter: '区法院调查令〔2026〕15号', officers: ['周涛 执行员 01-0731', '陈静 书记员 01-0822'] },
  { state: 'approved', of: 'contract', forWhom: '工程部', purpose: '现场核对', copies: 1 },
  { state: 'refused', of: 'contract', forWhom: '其他维保单位', purpose: '报价参考', copies: 1 },
  { state: 'withdrawn', of: 'filed', forWhom: '客服部', purpose: '归类', copies: 1 },
  { state: 'made', of: 'filed', forWhom: '业委会', purpose: '公示', copies: 3 },
  { state: 'handed-over', of: 'contract', forWhom: '区消防救援大队', purpose: '检查', copies: 1, letter: '消函〔2026〕21号', officers: ['刘洋 消防监督员 2207'] },
];

/** Why a request is refused, and a paper recalled. */
export const demoRefused = '与工作无关';
export const demoRecalled = '开庭使用';
export const demoFinding = { pagesComplete: false, unaltered: true, finding: '缺附页 1 张，已责成补交' };
