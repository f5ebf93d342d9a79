import type { Seal } from '@property-office/audit';
import { handOverParts } from '@property-office/contracts';
import { momentOnPaper } from '../../../domain/time-on-papers';
import { handOverPartNames } from '../../domain/parts';
import type { HandOverLink } from '../../persistence/hand-over-links';
import type { HandOver } from '../../persistence/hand-over.entity';
import type { HandOverSignature } from '../../persistence/hand-overs';

export const receiptTitle = '档案移交接收证 Receipt of records handed over';

interface Beside {
  givenBy: string;
  seal: Seal;
  signatures: readonly HandOverSignature[];
  links: readonly HandOverLink[];
}

/** What is printed and signed by hand, too: the hash of the manifest proves the package, its signature who issued it. */
export function receiptOf(list: HandOver, { givenBy, seal, signatures, links }: Beside): string {
  const { number, receivingBody, records, livingFiles, manifestHash, sealedAt } = list;
  const parts = handOverParts.map((part) => {
    const { zh, en } = handOverPartNames[part];
    const signed = signatures.find((each) => each.part === part);
    const link = links.find(({ id }) => id === signed?.linkId);
    const said = signed ? `已签 signed ${momentOnPaper(signed.happenedAt)}${link ? `（${link.name}）` : ''}` : '未签 not signed yet';
    return `${zh} ${en}：____________________　${said}`;
  });
  return [
    `编号 Number：${number}`,
    `移交单位 Given by：${givenBy}`,
    `接收单位 Received by：${receivingBody}`,
    `档案 Records：${records}　一户一档、一机一档 Living files：${livingFiles}`,
    `封装 Sealed：${momentOnPaper(sealedAt!)}`,
    '',
    `清单摘要 SHA-256 of manifest.json：\n${manifestHash}`,
    `签名 Signature (Ed25519, ${seal.kid})：\n${seal.signature}`,
    '',
    ...parts,
  ].join('\n');
}
