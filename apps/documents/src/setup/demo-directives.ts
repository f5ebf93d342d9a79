import type { DirectiveState } from '../domain/directive-states';

interface DemoDirective {
  state: DirectiveState;
  title: string;
  text: string;
  authority?: string;
}

/** One directive in each state (DEMO=1). */
export const demoDirectives: readonly DemoDirective[] = [
  { state: 'given', title: '关于做好寒潮防冻工作的指示', text: '本周末有寒潮，请检查地下车库和天台管道的保温情况。', authority: '集团公司' },
  { state: 'acknowledged', title: '关于统一着装的指示', text: '自12月1日起，前台和巡查人员统一着冬装。' },
  { state: 'withdrawn', title: '关于暂停夜间施工审批的指示', text: '即日起暂停受理夜间施工申请。' },
  { state: 'replaced', title: '关于年末值班安排的指示', text: '12月31日至1月2日值班，请于12月20日前确认。' },
];
