import type { LivingFileSubject } from '@property-office/contracts';
import { defineErrors, type Localized } from '@property-office/kernel';
import { listed } from '../../domain/listed';
import { numbers } from '../../lists/domain/errors';
import { afterHandOverMove, handOverMoveNames, handOverStateNames, legalHandOverMoves, type HandOverMove, type HandOverState } from './hand-over-states';

/**
 * On one list: a larger archive is handed over by several, each of a part. The manifest, with every file of it, is in memory while it is
 * sealed: 10,000 records took 460 MiB and 12 s on a busy machine, as many living files of five papers 1.6 GiB and 20 s. A container of
 * archives has 768 MiB, and the gateway waits half a minute.
 */
export const mostItems = { records: 5_000, livingFiles: 2_000 } as const;
/** Parts that a refusal names. */
const mostParts = 30;

/** A part of what would be on a list, and how much it is. */
export type CountedPart = { items: number } & ({ category: string; year: number } | { subject_type: LivingFileSubject });

const factories = defineErrors({
  handOverUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这次移交', en: 'No such hand-over' },
    detail: { zh: '移交不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  handOverMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: { zh: '移交目前是“{state}”，不能“{move}”。现在可以：{allowed}。', en: 'The hand-over is {state}: "{move}" is not possible. Allowed now: {allowed}.' },
  },
  handOverScopeWrong: { kind: 'invalid', title: { zh: '移交范围有误', en: 'What is to be handed over is not said' } },
  nothingToHandOver: {
    kind: 'conflict',
    title: { zh: '没有可以移交的档案', en: 'There is nothing to hand over' },
    detail: { zh: '范围内没有档案，或都已销毁、移交；保密档案须在清册中注明。', en: 'Nothing is in that scope, or all of it is destroyed or handed over; confidential records only where the list says so.' },
  },
  handOverTooLarge: {
    kind: 'conflict',
    title: { zh: '清册过大', en: 'The list is too long' },
    detail: {
      zh: `一份清册至多 ${mostItems.records} 件档案、${mostItems.livingFiles} 份一户一档或一机一档，请按门类、年度，一户一档、一机一档按楼栋，分次移交。范围内有：{parts}。`,
      en: `A list holds ${mostItems.records} records and ${mostItems.livingFiles} living files at most: hand over by category and year, living files by building. There are: {parts}.`,
    },
  },
  recordsListed: {
    kind: 'conflict',
    title: { zh: '有档案列在鉴定或销毁清册', en: 'Some records are being appraised or on a destruction list' },
    detail: { zh: '请先办结或撤回：{records}。', en: 'Finish or withdraw that first: {records}.' },
  },
  itemsBeingHandedOver: {
    kind: 'conflict',
    title: { zh: '有档案已列入其他移交', en: 'Another hand-over holds some of it' },
    detail: { zh: '已列入其他移交清册或已移交：{records}。', en: 'On another list, or handed over: {records}.' },
  },
  volumesProposed: {
    kind: 'conflict',
    title: { zh: '有已立卷的材料尚未归档', en: 'Something was closed and is no record yet' },
    detail: { zh: '请先将这些一户一档、一机一档的归档建议归档：{records}。', en: 'Accept the proposals of these living files first: {records}.' },
  },
  recordsConfidential: {
    kind: 'conflict',
    title: { zh: '清册中有保密档案', en: 'Some records are confidential' },
    detail: { zh: '清册须注明含保密档案，并由主任批准：{records}。', en: 'Only a list that says so, and that the director approved as that, holds them: {records}.' },
  },
  packageOutdated: {
    kind: 'conflict',
    title: { zh: '封装之后有更正或新归入', en: 'Something was corrected or filed since it was sealed' },
    detail: { zh: '请撤回后重新移交：{records}。', en: 'Withdraw it and apply again: {records}.' },
  },
  packageNotSealed: {
    kind: 'conflict',
    title: { zh: '还没有封装', en: 'There is no package' },
    detail: { zh: '移交目前是“{state}”，封装之后才有移交包。', en: 'The hand-over is {state}: there is a package once it is sealed.' },
  },
  partyHasHand: {
    kind: 'conflict',
    title: { zh: '不能担任接收人或监交人', en: 'They cannot receive or witness it' },
    detail: { zh: '申请人、批准人及委托他们办理的人不能接收、监交；移交人、接收人、监交人是三个人。', en: 'Neither who applied or approved, nor for whom that was done; giver, receiver and witness are three people.' },
  },
  partyNamed: { kind: 'conflict', title: { zh: '此人已指定', en: 'They are named for that already' } },
  partSigned: { kind: 'conflict', title: { zh: '这一方已签字', en: 'That part has signed' }, detail: { zh: '移交人、接收人、监交人各签一次。', en: 'Giver, receiver and witness sign once each.' } },
  signerAddressWrong: { kind: 'invalid', title: { zh: '签字人手机号有误', en: 'The telephone of who signs is wrong' } },
  handOverLinkUnknown: { kind: 'not-found', title: { zh: '签收链接无效', en: 'No such link for a hand-over' } },
  handOverLinkOver: { kind: 'conflict', title: { zh: '签收链接已失效', en: 'The link for the hand-over is over' }, detail: { zh: '链接已使用、收回、过期或不再需要。', en: 'It was used or revoked, has expired, or nothing waits for it.' } },
});

const at = (pointer: string, zh: string, en: string) => ({ fields: [{ pointer, message: { zh, en } }] });
const livingFilesOf: Record<LivingFileSubject, Localized> = { home: { zh: '一户一档', en: 'living files of homes' }, device: { zh: '一机一档', en: 'living files of devices' } };
/** What is given with which scope. */
const scopeSays = {
  '/recordIds': { zh: '按档案移交须选择档案，其他范围不填', en: 'records for that scope, none for another' },
  '/category': { zh: '按门类移交须选择门类，其他范围不填', en: 'a category for that scope, none for another' },
  '/fromYear': { zh: '按门类或全部移交才填年度，起始不晚于截止', en: 'years of a category or of everything, the first not after the last' },
  '/subject': { zh: '按一户一档、一机一档移交才填', en: 'for living files alone' },
  '/buildingIds': { zh: '按一户一档、一机一档移交才填，至少一栋', en: 'for living files alone, at least one' },
} as const;

function partNamed(part: CountedPart): Localized {
  const { zh, en } = 'subject_type' in part ? livingFilesOf[part.subject_type] : { zh: `${part.category}·${part.year}`, en: `${part.category}·${part.year}` };
  return { zh: `${zh} ${part.items}`, en: `${en} ${part.items}` };
}

const naming = <K extends 'recordsListed' | 'itemsBeingHandedOver' | 'volumesProposed' | 'recordsConfidential' | 'packageOutdated'>(key: K) => (records: readonly string[]) => factories[key]({ records: numbers(records) });

export const handOverErrors = {
  ...factories,
  handOverScopeWrong: (pointer: keyof typeof scopeSays) => factories.handOverScopeWrong({}, at(pointer, scopeSays[pointer].zh, scopeSays[pointer].en)),
  /** @param parts the largest first */
  handOverTooLarge: (parts: readonly CountedPart[]) =>
    factories.handOverTooLarge({ parts: listed([...parts.slice(0, mostParts).map(partNamed), ...(parts.length > mostParts ? [{ zh: '等', en: 'and more' }] : [])]) }),
  recordsListed: naming('recordsListed'),
  itemsBeingHandedOver: naming('itemsBeingHandedOver'),
  volumesProposed: naming('volumesProposed'),
  recordsConfidential: naming('recordsConfidential'),
  packageOutdated: naming('packageOutdated'),
  packageNotSealed: (state: HandOverState) => factories.packageNotSealed({ state: handOverStateNames[state] }),
  signerAddressWrong: () => factories.signerAddressWrong({}, at('/phone', '是申请人、批准人或其他签字人的手机号', 'it is that of somebody who applied, approved, or signs for another part')),
};

/** Where a move leads. @throws handOverMoveIllegal (409) naming the legal ones */
export function handOverStateAfter(state: HandOverState, move: HandOverMove): HandOverState {
  const next = afterHandOverMove(state, move);
  if (next) return next;
  const names = legalHandOverMoves(state).map((each) => handOverMoveNames[each]);
  throw factories.handOverMoveIllegal({ state: handOverStateNames[state], move: handOverMoveNames[move], allowed: listed(names) });
}
