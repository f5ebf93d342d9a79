import type { LivingFileSubject, RecordSource } from '@property-office/contracts';
import { dayOnPaper } from './time-on-papers';

/** By which rule what was closed of a living file is proposed (W4.1, W4.5). */
export const volumeSources = { home: 'home-file', device: 'device-file' } as const satisfies Record<LivingFileSubject, RecordSource>;
export type VolumeSource = (typeof volumeSources)[LivingFileSubject];

export function isVolumeSource(source: RecordSource): source is VolumeSource {
  return Object.values<RecordSource>(volumeSources).includes(source);
}

/** What became of a volume: it is proposed or came back, a record, or that has left. */
export const volumeStandings = ['proposed', 'returned', 'record', 'handed-over', 'destroyed'] as const;
export type VolumeStanding = (typeof volumeStandings)[number];

/** A volume as its record names it. */
export interface NamedVolume {
  subject: LivingFileSubject;
  /** As the home or device is called. */
  name: string;
  n: number;
  endedAt: Date;
}

export interface VolumePaper {
  item: number;
  title: string;
  happenedAt: Date;
  files: ReadonlyArray<{ name: string }>;
}

const kinds: Record<LivingFileSubject, string> = { home: '一户一档', device: '一机一档' };
const ends: Record<LivingFileSubject, string> = { home: '产权至', device: '停用于' };

export function volumeTitle({ subject, name, n, endedAt }: NamedVolume): string {
  return `${name}${kinds[subject]}第${n}卷（${ends[subject]}${dayOnPaper(endedAt)}）`;
}

/** The list of its papers (卷内目录): what the record keeps of it in words. */
export function volumeText(volume: NamedVolume, papers: readonly VolumePaper[]): string {
  const rows = papers.map(({ item, title, happenedAt, files }) => [item, title, dayOnPaper(happenedAt), files.map(({ name }) => name).join('、') || '—'].join(' | '));
  return [volumeTitle(volume), `共 ${papers.length} 件。`, '', '件号 | 题名 | 日期 | 文件', ...rows].join('\n');
}
