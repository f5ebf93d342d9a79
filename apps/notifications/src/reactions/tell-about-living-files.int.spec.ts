import { newId } from '@property-office/kernel';
import { toldOfArchives } from './told-of-archives.fixture';
import { TellAboutLivingFilesReaction } from './tell-about-living-files.reaction';

const about = { number: 'DT-01' };

describe('papers of a living file that wait to be closed (W4.1)', () => {
  const office = toldOfArchives(about, (event, context) => new TellAboutLivingFilesReaction().onEnded(event, context));
  const ended = () => office.happens('archives.living-file-ended.v1', { code: about.number, livingFileId: newId(), subject: { type: 'device', id: newId() }, endedAt: '2026-03-30T16:00:00.000Z', papers: 2 });

  it('are told to the clerks alone', async () => {
    await ended();
    expect(new Set(await office.told())).toEqual(new Set([['living-file-to-close', office.clerk], ['living-file-to-close', office.clerk2]]));
  });
});
