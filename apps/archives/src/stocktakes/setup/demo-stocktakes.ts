import type { RegisterRecordDto } from '../../features/register-record/register-record.dto';
import type { StocktakeState } from '../domain/stocktake-states';

type Said = Pick<RegisterRecordDto, 'title' | 'pages'> & { title: string; shelf: string };

/** Papers on two shelves of their own (DEMO=1). */
export const demoPapers: readonly Said[] = [
  { title: '2019年电梯年检资料', pages: 14, shelf: 'D柜1层' },
  { title: '2019年水箱清洗记录', pages: 6, shelf: 'D柜1层' },
  { title: '2019年绿化养护验收单', pages: 9, shelf: 'D柜1层' },
  { title: '2019年消防演练记录', pages: 11, shelf: 'D柜3层' },
  { title: '2019年门禁卡发放登记', pages: 20, shelf: 'D柜3层' },
];

interface Shown {
  until: StocktakeState;
  shelf: string;
  /** Titles, by where they are seen; anything else is a number that is none. */
  scans: ReadonlyArray<{ shelf: string; titles: readonly string[] }>;
  explained?: ReadonlyArray<{ kind: string; explanation: string; correctShelf?: boolean }>;
  reason?: string;
}

/** A stocktake in each state. The one that is counted has a difference that waits for approval, and one that nobody has explained. */
export const demoStocktakes: readonly Shown[] = [
  {
    until: 'closed',
    shelf: 'D柜1层',
    scans: [
      { shelf: 'D柜1层', titles: ['2019年电梯年检资料', '2019年绿化养护验收单', '2019-旧-03'] },
      { shelf: 'D柜2层', titles: ['2019年水箱清洗记录'] },
    ],
    explained: [
      { kind: 'misplaced', explanation: '上次整理时放到下一层', correctShelf: true },
      { kind: 'unknown', explanation: '旧盒标签，盒内无档案，已撕去' },
    ],
  },
  {
    until: 'counted',
    shelf: 'D柜3层',
    scans: [{ shelf: 'D柜3层', titles: ['2019年消防演练记录', '2018-旧-11'] }],
    explained: [{ kind: 'missing', explanation: '疑为借阅后未登记，正在查找' }],
  },
  { until: 'open', shelf: 'D柜1层', scans: [{ shelf: 'D柜1层', titles: ['2019年电梯年检资料'] }] },
  { until: 'withdrawn', shelf: 'D柜3层', scans: [], reason: '库房搬迁，改期清点' },
];
