/** 文件格式 with a red head, 信函格式, 纪要格式 (GB/T 9704-2012, 7 and 10). */
export type PaperForm = 'document' | 'letter' | 'minutes';

/**
 * What stands on an official paper. Its layout follows GB/T 9704-2012, which binds authorities, by analogy. Dates are
 * calendar days of the site, `2026-11-28`.
 */
export interface OfficialPaper {
  form: PaperForm;
  /** 发文机关标志: `阳光花园物业管理处文件`, `…物业管理处`, `…办公会议纪要`. */
  mark: string;
  /** 发文字号: `阳物〔2026〕12号`. Null on a draft. */
  number: string | null;
  /** 份号, six digits. */
  copyNumber: string | null;
  /** 密级和保密期限: `秘密★1年`. */
  confidentiality: string | null;
  /** 紧急程度: `特急`, `加急`. */
  urgency: string | null;
  /** 签发人, named on papers to a higher office. */
  signer: string | null;
  /** Broken where it breaks here, else in lines of about the same length. */
  title: string;
  /** 主送机关, without the colon. */
  addressees: string | null;
  /** A paragraph a line. `一、`, `（一）`, `1.`, `（1）` begin a heading of their level. */
  body: string;
  /** 附件说明: their titles, in order. */
  attachments: readonly string[];
  /** 发文机关署名; minutes have none. */
  signature: string | null;
  /** 成文日期: of the sign-off. */
  date: string;
  /** 附注, without its brackets. */
  note: string | null;
  /** Who was at a meeting: 出席, 请假, 列席. */
  attendance: Attendance | null;
  imprint: Imprint | null;
}

export interface Attendance {
  present: string;
  absent: string | null;
  observers: string | null;
}

/** 版记, at the foot of the last page. */
export interface Imprint {
  /** 主送机关 of a paper that does not name them above its text (7.4.2). */
  addressees: string | null;
  /** 抄送机关. */
  copiesTo: string | null;
  /** 印发机关 and 印发日期; a letter bears neither, and no rules (10.1). */
  printed: { office: string; date: string } | null;
}
