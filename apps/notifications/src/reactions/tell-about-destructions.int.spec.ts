import { newId } from '@property-office/kernel';
import { TellAboutDestructionsReaction } from './tell-about-destructions.reaction';
import { toldOfArchives } from './told-of-archives.fixture';

describe('who has the next thing to do with an appraisal or a destruction hears of it, and nobody else (W4.4)', () => {
  const { clerk, clerk2, director, company, happens, told } = toldOfArchives({ number: 'X-20261128-10001' }, (event, context) => new TellAboutDestructionsReaction().onDestruction(event, context));
  const [lead, head] = [newId(), newId()];

  it('appraisers, then the director, witnesses and whoever applied', async () => {
    await happens('archives.appraisal-started.v1', { recordIds: [], appraiserIds: [lead, clerk] });
    await happens('archives.appraisal-concluded.v1', { startedBy: clerk, kept: [], listed: [] }, director);
    await happens('archives.destruction-applied.v1', { recordIds: [] });
    await happens('archives.destruction-approved.v1', { appliedBy: clerk }, director);
    await happens('archives.witness-named.v1', { witnessId: head });
    await happens('archives.destruction-witnessed.v1', { appliedBy: clerk, witnessId: head, linkId: null, whole: false }, head);
    await happens('archives.destruction-witnessed.v1', { appliedBy: clerk, witnessId: lead, linkId: null, whole: true }, lead);
    // Who carried it out waits for it, too.
    await happens('archives.destruction-certified.v1', { appliedBy: clerk, wiped: 1, kept: 0 });
    await happens('archives.destruction-refused.v1', { appliedBy: clerk }, director);
    expect(await told()).toEqual([
      ['appraisal-to-judge', lead],
      ['appraisal-concluded', clerk],
      ['destruction-to-approve', director],
      ['destruction-approved', clerk],
      ['destruction-to-witness', head],
      ['destruction-to-carry-out', clerk],
      ['destruction-certified', clerk],
      ['destruction-refused', clerk],
    ]);
  });

  it('appraisers, where an appraisal is given up, and whoever started it', async () => {
    await happens('archives.appraisal-withdrawn.v1', { startedBy: clerk2, appraiserIds: [lead, clerk] });
    // One from before it said whom it had asked.
    await happens('archives.appraisal-withdrawn.v1', {});
    expect(await told()).toEqual([['appraisal-withdrawn', clerk2], ['appraisal-withdrawn', lead]]);
  });

  it('whoever was asked, where a list is given up: who approves what they applied for, who was named to witness it, and for whom it was applied', async () => {
    await happens('archives.destruction-withdrawn.v1', { appliedBy: clerk, appliedFor: null, approvedBy: null, witnessIds: [] });
    expect(await told()).toEqual([['destruction-withdrawn', director]]);
    await happens('archives.destruction-withdrawn.v1', { appliedBy: clerk, appliedFor: director, approvedBy: company, witnessIds: [lead, clerk2] }, clerk2);
    // One from before it said so.
    await happens('archives.destruction-withdrawn.v1', { appliedBy: director });
    expect((await told()).slice(1)).toEqual([clerk, director, company, lead, director, company].map((personId) => ['destruction-withdrawn', personId]));
  });

  it('the company, where the director applied: they cannot approve it (G1)', async () => {
    await happens('archives.destruction-applied.v1', { recordIds: [] }, director);
    expect(await told()).toEqual([['destruction-to-approve', company]]);
  });
});
