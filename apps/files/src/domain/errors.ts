import { defineErrors, type Localized } from '@property-office/kernel';
import { mostPixels, mostUnlinked } from './limits';
import { namesOf, type MediaType } from './media-type';

const factories = defineErrors({
  attachmentUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这个附件', en: 'No such attachment' },
    detail: {
      zh: '附件不存在、已过期，或链接无效。',
      en: 'It does not exist, has expired, or the link to it is not valid.',
    },
  },
  linkExpired: {
    kind: 'forbidden',
    title: { zh: '附件链接已过期', en: 'The link to the attachment has expired' },
    detail: {
      zh: '链接只在五分钟内有效，请刷新页面后重试。',
      en: 'Links are good for five minutes: reload what you got it from.',
    },
  },
  contentQuarantined: {
    kind: 'conflict',
    title: { zh: '文件已损坏，暂停提供', en: 'The file is damaged, and not handed out' },
    detail: { zh: '检查发现文件损坏或缺失，从备份恢复之前不能下载，管理人员已收到通知。', en: 'It was found damaged or missing. Until it is restored from a backup nobody gets it; those in charge were told.' },
  },
  contentMissing: {
    kind: 'conflict',
    title: { zh: '文件缺失，暂时不能提供', en: 'The file is missing' },
    detail: { zh: '系统中找不到这个文件的内容，请告知系统管理员从备份恢复。', en: 'Its content is not where it belongs. Tell the operator, who restores it from a backup.' },
  },
  fileMissing: {
    kind: 'invalid',
    title: { zh: '没有收到文件', en: 'No file was received' },
    detail: {
      zh: '请以 multipart/form-data 提交一个名为 file 的文件，且只提交一个。',
      en: 'Send multipart/form-data with one file named "file" and nothing else.',
    },
  },
  fileEmpty: {
    kind: 'invalid',
    title: { zh: '文件是空的', en: 'The file is empty' },
    detail: { zh: '这个文件没有内容（0 字节），请检查后重新选择。', en: 'There is nothing in it (0 bytes). Check it, and choose it again.' },
  },
  multipartExpected: {
    kind: 'unsupported-media',
    title: { zh: '请以表单上传文件', en: 'Files are uploaded as a form' },
    detail: { zh: '请使用 multipart/form-data。', en: 'Send multipart/form-data.' },
  },
  uploadBroken: {
    kind: 'invalid',
    title: { zh: '上传的内容不完整', en: 'The upload is not whole' },
    detail: {
      zh: '文件在传输中断开或格式有误，请重新上传。',
      en: 'It broke off or is malformed. Upload it again.',
    },
  },
  fileTooLarge: {
    kind: 'too-large',
    title: { zh: '文件过大', en: 'The file is too large' },
    detail: { zh: '每个文件最大 {limit} MiB。', en: 'A file may have {limit} MiB.' },
  },
  imageTooLarge: {
    kind: 'too-large',
    title: { zh: '图片尺寸过大', en: 'The image has too many pixels' },
    detail: {
      zh: '每张图片最多 {limit} 万像素。',
      en: 'An image may have {limit}0,000 pixels, all frames together.',
    },
  },
  fileTypeRefused: {
    kind: 'unsupported-media',
    title: { zh: '不支持这种文件', en: 'This kind of file is not accepted' },
    detail: {
      zh: '这里可以上传 {kinds}；以文件内容为准，与文件名无关。{hint}',
      en: 'What may be uploaded here: {kinds}, by what the file contains and not by its name.{hint}',
    },
  },
  uploadsUsedUp: {
    kind: 'too-many',
    title: { zh: '今天上传的文件太多', en: 'Too many uploads today' },
    detail: {
      zh: '一天内未被使用的附件最多 {files} 个、{mebibytes} MiB。请先提交用到它们的单子，或稍后再传。',
      en: 'Within a day {files} files or {mebibytes} MiB may be uploaded that nothing uses. Submit what they are for, or try later.',
    },
  },
  visitOver: {
    kind: 'forbidden',
    title: { zh: '扫码已过期，请重新扫码', en: 'The visit is over: scan the code again' },
  },
  macrosRefused: {
    kind: 'unsupported-media',
    title: { zh: '不接受带宏的文件', en: 'Files with macros are not accepted' },
    detail: { zh: '文件中含有宏（程序）。请另存为不带宏的 DOCX 或 PDF 后上传。', en: 'There are macros (programs) in it. Save it as DOCX without them, or as PDF.' },
  },
  wordDamaged: {
    kind: 'unsupported-media',
    title: { zh: 'Word 文档已损坏', en: 'The document of Word is damaged' },
    detail: { zh: '无法打开这个文件，请检查后重新上传。', en: 'It cannot be opened. Check it, and upload it again.' },
  },
  imageDamaged: {
    kind: 'unsupported-media',
    title: { zh: '图片已损坏', en: 'The image is damaged' },
    detail: { zh: '无法读取这张图片，请换一张。', en: 'The image cannot be read. Choose another one.' },
  },
});

/** What the cameras of many telephones write, and nothing here takes. */
const fromTelephones: Localized = { zh: 'iPhone 的 HEIC 照片请先转换为 JPEG。', en: ' Convert HEIC photos to JPEG first.' };

export const fileErrors = {
  unknown: factories.attachmentUnknown,
  linkExpired: factories.linkExpired,
  quarantined: factories.contentQuarantined,
  contentMissing: factories.contentMissing,
  fileMissing: factories.fileMissing,
  fileEmpty: factories.fileEmpty,
  multipartExpected: factories.multipartExpected,
  uploadBroken: factories.uploadBroken,
  fileTooLarge: (largest: number) => factories.fileTooLarge({ limit: largest / 1024 / 1024 }),
  imageTooLarge: () => factories.imageTooLarge({ limit: mostPixels / 10_000 }),
  /** @param types what would have been taken there */
  fileTypeRefused: (types: readonly MediaType[]) =>
    factories.fileTypeRefused({
      kinds: { zh: namesOf(types).join('、'), en: namesOf(types).join(', ') },
      hint: types.includes('image/jpeg') ? fromTelephones : '',
    }),
  macrosRefused: factories.macrosRefused,
  wordDamaged: factories.wordDamaged,
  imageDamaged: factories.imageDamaged,
  uploadsUsedUp: (retryAfter: number) =>
    factories.uploadsUsedUp(
      { files: mostUnlinked.files, mebibytes: mostUnlinked.bytes / 1024 / 1024 },
      { retryAfter },
    ),
  visitOver: factories.visitOver,
};
