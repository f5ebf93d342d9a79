import { tableAsPdf } from '@property-office/official-papers';
import { momentOnPaper } from '../../../domain/time-on-papers';
import type { SigningLink } from '../../../lists/domain/signing-link';
import type { RegisteredAct, RegisterEntry } from '../../register/register-entry';

/** What the line of the register does not say: it holds neither names nor titles nor what files did afterwards. */
export interface BesideEntry {
  office: string;
  /** Of the application; null: an older backup was restored, which knows of no such list. */
  reason: string | null;
  /** Of its records those that whoever prints it may see, by id. */
  titles: ReadonlyMap<string, string>;
  /** So many of its records came after the backup that was restored: nothing of them is here. */
  absent: number;
  /** Files whose bytes are gone, and those that something else holds, too. */
  wiped: number;
  kept: number;
  links: readonly Pick<SigningLink, 'id' | 'name'>[];
  /** Of its line in the register. */
  registerHash: string;
  /** An empty one where it is not known. */
  nameOf(personId: string | null): string;
}

/** Whom the certificate names by their account; a witness from elsewhere is named by their link. */
export function namedOnCertificate({ applied, approved, carriedOut, witnesses }: RegisterEntry): Array<string | null> {
  return [applied, approved, carriedOut].flatMap((act) => [act.by, act.for]).concat(witnesses.map(({ personId }) => personId));
}

/**
 * What is kept of a destruction on paper (W4.4): who applied, approved, did and watched it, what was destroyed, and the hashes that prove
 * both. Read off the line of the register, which is never changed and outlives the tables.
 */
export async function certificateAsPdf(entry: RegisterEntry, beside: BesideEntry): Promise<Buffer> {
  const heads = ['序号', '档号 Number', '题名 Title', '凭证 Proof (SHA-256)'];
  const paper = { title: '档案销毁证明 Certificate of destruction', note: statementOf(entry, beside), heads, shares: [2, 10, 10, 14], rows: rowsOf(entry, beside) };
  return (await tableAsPdf({ ...paper, asOf: new Date(entry.carriedOut.at) })).bytes;
}

/** Its records that whoever prints it may see, by their numbers. */
export function rowsOf({ records }: RegisterEntry, { titles }: Pick<BesideEntry, 'titles'>): string[][] {
  const seen = records.filter(({ recordId }) => titles.has(recordId)).toSorted((a, b) => a.archiveNumber.localeCompare(b.archiveNumber));
  return seen.map(({ recordId, archiveNumber, proof }, index) => [String(index + 1), archiveNumber, titles.get(recordId)!, inEights(proof)]);
}

/** Its words: everything but the records. */
export function statementOf(entry: RegisterEntry, { office, reason, titles, absent, wiped, kept, links, registerHash, nameOf }: BesideEntry): string {
  const { n, number, method, listHash, applied, approved, carriedOut, witnesses, records } = entry;
  const named = (name: string): string => name || '姓名不详 unknown';
  const by = ({ by: personId, for: of }: RegisteredAct): string => (of === null ? named(nameOf(personId)) : `${named(nameOf(personId))}（代 for ${named(nameOf(of))}）`);
  const witness = ({ personId, linkId }: RegisterEntry['witnesses'][number]): string =>
    personId === null ? `${named(links.find(({ id }) => id === linkId)?.name ?? '')}（外部 from elsewhere）` : named(nameOf(personId));
  const unseen = records.length - titles.size - absent;
  return [
    `${office}　编号 Number：${number}`,
    `档案 Records：${records.length}`,
    ...(unseen > 0 ? [`其中 ${unseen} 件不在您的查看范围，不列于本件 ${unseen} of them are not yours to see, and not shown here`] : []),
    ...(absent > 0 ? [`其中 ${absent} 件在所恢复的备份之后归档，本库没有 ${absent} of them came after the restored backup and are not here`] : []),
    ...(reason === null ? [] : [`理由 Reason：${reason}`]),
    `销毁方式 How：${method ?? '清除电子文件 its files were wiped'}`,
    `电子文件 Files：已清除 ${wiped} 份，另有归属而保留 ${kept} 份 ${wiped} wiped, ${kept} kept for what else holds them`,
    '',
    line('申请 Applied', by(applied), applied.at),
    line('批准 Approved', by(approved), approved.at),
    line('执行 Carried out', by(carriedOut), carriedOut.at),
    ...witnesses.map((each) => line('监销人 Witness', witness(each), each.at)),
    '',
    `销毁登记 Register：第 ${n} 号 no. ${n}`,
    `登记凭证 SHA-256：\n${inEights(registerHash)}`,
    `清册凭证 SHA-256 of the list：\n${inEights(listHash)}`,
  ].join('\n');
}

/** With room to sign by hand beside it. */
const line = (what: string, name: string, at: string): string => `${what}：${name}　${momentOnPaper(new Date(at))}　签字 Signature：________________`;

/** A whole hash as it is read, and compared, on paper. */
const inEights = (hash: string): string => hash.replace(/.{8}(?=.)/g, '$& ');
