import { defineErrors, shouldLieAhead } from '@property-office/kernel';
import { listed } from './listed';
import { afterPrintJobMove, legalPrintJobMoves, printJobMoveNames, printJobStateNames, type PrintJobMove, type PrintJobState } from './print-job-states';

const factories = defineErrors({
  printJobUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这项文印任务', en: 'No such print job' },
    detail: { zh: '任务不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  printJobMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: { zh: '任务目前是“{state}”，不能“{move}”。现在可以：{allowed}。', en: 'The job is {state}: "{move}" is not possible. Allowed now: {allowed}.' },
  },
  notYourPrintJob: {
    kind: 'forbidden',
    title: { zh: '这项任务由别人办理', en: 'Somebody else has taken it' },
    detail: { zh: '完成和退回由接单人或主任进行。', en: 'Who took it, or the director, finishes it or hands it back.' },
  },
  nothingToPrint: { kind: 'invalid', title: { zh: '没有要文印的内容', en: 'There is nothing to print' } },
  draftUnfit: { kind: 'invalid', title: { zh: '起草结果有误', en: 'The draft is missing or not asked for' } },
  printedDocumentUnknown: { kind: 'invalid', title: { zh: '没有找到这份文件', en: 'No such document' } },
  printDateImpossible: { kind: 'invalid', title: { zh: '完成期限有误', en: 'The date it is needed by is wrong' } },
});

const at = (pointer: string, zh: string, en: string) => ({ fields: [{ pointer, message: { zh, en } }] });

export const printJobErrors = {
  ...factories,
  nothingToPrint: () => factories.nothingToPrint({}, at('/attachmentIds', '请选择文件，或一份收文、发文；起草任务也可只写要求', 'choose files, or a document; of what is to be drafted, say what it is to say')),
  draftUnfit: () => factories.draftUnfit({}, at('/attachmentIds', '起草任务完成时附上文稿，或填写发文；其他任务不填', 'what was drafted is attached, or is an outgoing document; of other work, neither')),
  printedDocumentUnknown: () => factories.printedDocumentUnknown({}, at('/documentId', '请选择您可以查看的收文或发文', 'choose an incoming or outgoing document you may see')),
  printDateImpossible: () => factories.printDateImpossible({}, shouldLieAhead('/dueAt')),
};

/** Where a move leads. @throws printJobMoveIllegal (409) naming the legal ones */
export function printJobStateAfter(state: PrintJobState, move: PrintJobMove): PrintJobState {
  const next = afterPrintJobMove(state, move);
  if (next) return next;
  const allowed = listed(legalPrintJobMoves(state).map((each) => printJobMoveNames[each]));
  throw factories.printJobMoveIllegal({ state: printJobStateNames[state], move: printJobMoveNames[move], allowed });
}
