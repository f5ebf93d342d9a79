import type { PrintJobState } from '../domain/print-job-states';
import type { RequestPrintJobDto } from '../features/request-print-job/request-print-job.dto';

type Said = Pick<RequestPrintJobDto, 'work' | 'title' | 'forWhom' | 'copies' | 'instructions' | 'sides' | 'binding' | 'confidential'>;

/** One print job in each state (DEMO=1), each of a document that came in, and one of drafting. */
export const demoPrintJobs: ReadonlyArray<Said & { state: PrintJobState }> = [
  { state: 'requested', work: 'print', title: '消防检查通知', forWhom: '客服部', copies: 12, sides: 'two' },
  { state: 'requested', work: 'draft', title: '给供水公司的复函', forWhom: '工程部', copies: 1, instructions: '同意12月10日更换水表，请对方提前一天通知住户。' },
  { state: 'taken', work: 'bind', title: '防汛预案', forWhom: '工程部', copies: 3, sides: 'two', binding: 'glue' },
  { state: 'done', work: 'copy', title: '电梯年检通知', forWhom: '工程部', copies: 5, binding: 'staple' },
  { state: 'returned', work: 'print', title: '员工处分意见', forWhom: '主任', copies: 1, confidential: true },
];
