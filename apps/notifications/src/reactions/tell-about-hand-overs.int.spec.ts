import { newId } from '@property-office/kernel';
import { TellAboutHandOversReaction } from './tell-about-hand-overs.reaction';
import { toldOfArchives } from './told-of-archives.fixture';

describe('who has the next thing to do with a hand-over hears of it, and nobody else (W4.6)', () => {
  const { clerk, clerk2, director, company, happens, told } = toldOfArchives({ number: 'J-20261128-10001' }, (event, context) => new TellAboutHandOversReaction().onHandOver(event, context));
  const lead = newId();

  it('the director, whoever applied, who is named once there is something to sign, and whoever applied when all have', async () => {
    await happens('archives.hand-over-applied.v1', {});
    await happens('archives.hand-over-approved.v1', { appliedBy: clerk }, director);
    await happens('archives.hand-over-party-named.v1', { part: 'receiver', personId: company, sealed: false });
    await happens('archives.hand-over-sealed.v1', { appliedBy: clerk, named: [company, clerk] });
    await happens('archives.hand-over-party-named.v1', { part: 'witness', personId: lead, sealed: true });
    await happens('archives.hand-over-signed.v1', { appliedBy: clerk, part: 'receiver', personId: company, linkId: null, whole: false }, company);
    // Also where they gave the last signature themselves.
    await happens('archives.hand-over-signed.v1', { appliedBy: clerk, part: 'giver', personId: clerk, linkId: null, whole: true });
    await happens('archives.hand-over-refused.v1', { appliedBy: clerk }, director);
    expect(await told()).toEqual([
      ['hand-over-to-approve', director],
      ['hand-over-approved', clerk],
      ['hand-over-to-sign', company],
      ['hand-over-to-sign', lead],
      ['hand-over-done', clerk],
      ['hand-over-refused', clerk],
    ]);
  });

  it('whoever waited for it where it is withdrawn: the approver, who was named to sign once it was sealed, and whoever applied', async () => {
    await happens('archives.hand-over-withdrawn.v1', { appliedBy: clerk, named: [] });
    expect(await told()).toEqual([['hand-over-withdrawn', director]]);
    await happens('archives.hand-over-withdrawn.v1', { appliedBy: clerk, named: [lead, clerk2] }, clerk2);
    // One from before it said whom it had asked.
    await happens('archives.hand-over-withdrawn.v1', { appliedBy: director });
    expect((await told()).slice(1)).toEqual([clerk, lead, director, director, company].map((personId) => ['hand-over-withdrawn', personId]));
  });

  it('where it was applied for in the name of the director, the company that was asked, and the director', async () => {
    await happens('archives.hand-over-withdrawn.v1', { appliedBy: clerk, appliedFor: director, approvedBy: null, named: [] });
    await happens('archives.hand-over-withdrawn.v1', { appliedBy: clerk, appliedFor: null, approvedBy: company, named: [] });
    expect(await told()).toEqual([director, company, company, director].map((personId) => ['hand-over-withdrawn', personId]));
  });

  it('the company, where the director applied: they cannot approve it (G1)', async () => {
    await happens('archives.hand-over-applied.v1', {}, director);
    expect(await told()).toEqual([['hand-over-to-approve', company]]);
  });
});
