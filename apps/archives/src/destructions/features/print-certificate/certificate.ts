import { tableAsPdf } from '@property-office/official-papers';
import { momentOnPaper } from '../../../domain/time-on-papers';
import type { SigningLink } from '../../../lists/domain/signing-link';
import type { ShownRecord } from '../../../lists/persistence/read-lists';
import type { Destruction } from '../../persistence/destruction.entity';
import type { Signature } from '../../persistence/destructions';

interface Beside {
  office: string;
  /** Of its records those that whoever prints it may see, and how many it has. */
  records: readonly ShownRecord[];
  listed: number;
  signatures: readonly Signature[];
  links: readonly Pick<SigningLink, 'id' | 'name'>[];
  /** Hash of its line in the register. */
  registerHash: string;
  nameOf(personId: string | null): string;
}

/** Whom the certificate names by their account; a witness from elsewhere is named by their link. */
export function namedOnCertificate({ appliedBy, appliedFor, approvedBy, approvedFor, carriedOutBy, carriedOutFor }: Destruction, signatures: readonly Signature[]): Array<string | null> {
  return [appliedBy, appliedFor, approvedBy, approvedFor, carriedOutBy, carriedOutFor, ...signatures.map(({ personId }) => personId)];
}

/** What is kept of a destruction on paper (W4.4): who applied, approved, did and watched it, what was destroyed, and the hashes that prove both. */
export async function certificateAsPdf(list: Destruction, beside: Beside): Promise<Buffer> {
  const rows = beside.records.map(({ archiveNumber, title, proof }, index) => [String(index + 1), archiveNumber, title, proof.slice(0, 16)]);
  const heads = ['序号', '档号 Number', '题名 Title', '凭证 Proof (SHA-256)'];
  return (await tableAsPdf({ title: '档案销毁证明 Certificate of destruction', note: statementOf(list, beside), heads, shares: [1, 5, 8, 4], rows })).bytes;
}

/** Its words: everything but the records. */
export function statementOf(list: Destruction, { office, records, listed, signatures, links, registerHash, nameOf }: Beside): string {
  const { number, reason, method, appliedBy, appliedFor, happenedAt, approvedBy, approvedFor, approvedAt, carriedOutBy, carriedOutFor, carriedOutAt, registerNumber, listHash } = list;
  const inPlaceOf = (by: string | null, of: string | null): string => (of === null ? nameOf(by) : `${nameOf(by)}（代 for ${nameOf(of)}）`);
  const hidden = listed - records.length;
  const witness = ({ personId, linkId, happenedAt: at }: Signature): string => {
    const name = personId === null ? `${links.find(({ id }) => id === linkId)?.name ?? ''}（外部 from elsewhere）` : nameOf(personId);
    return line('监销人 Witness', name, at);
  };
  return [
    `${office}　编号 Number：${number}`,
    `档案 Records：${listed}${hidden === 0 ? '' : `（其中 ${hidden} 件保密，不列于本件 of them ${hidden} confidential, not shown here）`}`,
    `理由 Reason：${reason}`,
    `销毁方式 How：${method ?? '清除电子文件 its files were wiped'}`,
    '',
    line('申请 Applied', inPlaceOf(appliedBy, appliedFor), happenedAt),
    line('批准 Approved', inPlaceOf(approvedBy, approvedFor), approvedAt!),
    line('执行 Carried out', inPlaceOf(carriedOutBy, carriedOutFor), carriedOutAt!),
    ...signatures.map(witness),
    '',
    `销毁登记 Register：第 ${registerNumber} 号 no. ${registerNumber}`,
    `登记凭证 SHA-256：${registerHash}`,
    `清册凭证 SHA-256 of the list：${listHash}`,
  ].join('\n');
}

/** With room to sign by hand beside it. */
const line = (what: string, name: string, at: Date): string => `${what}：${name}　${momentOnPaper(at)}　签字 Signature：________________`;
