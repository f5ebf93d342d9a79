import type { PrintJobState } from '../domain/print-job-states';
import type { RequestPrintJobDto } from '../features/request-print-job/request-print-job.dto';

type Said = Pick<RequestPrintJobDto, 'work' | 'title' | 'forWhom' | 'copies' | 'sides' | 'binding' | 'confidential'>;

/** One print job in each state (DEMO=1), each of a document that came in. */
export const demoPrintJobs: ReadonlyArray<Said & { state: PrintJobState }> = [
  { state: 'requested', work: 'print', title: '消防检查通知', forWhom: '客服部', copies: 12, sides: 'two' },
  { state: 'taken', work: 'bind', title: '防汛预案', forWhom: '工程部', copies: 3, sides: 'two', binding: 'glue' },
  { state: 'done', work: 'copy', title: '电梯年检通知', forWhom: '工程部', copies: 5, binding: 'staple' },
  { state: 'returned', work: 'print', title: '员工处分意见', forWhom: '主任', copies: 1, confidential: true },
];
