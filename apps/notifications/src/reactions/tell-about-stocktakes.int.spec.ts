import { newId } from '@property-office/kernel';
import { TellAboutStocktakesReaction } from './tell-about-stocktakes.reaction';
import { toldOfArchives } from './told-of-archives.fixture';

describe('who has the next thing to do with a stocktake hears of it, and nobody else (W4.4)', () => {
  const { clerk, clerk2, director, company, happens, told } = toldOfArchives({ number: 'U-20261128-10001' }, (event, context) => new TellAboutStocktakesReaction().onStocktake(event, context));
  const lead = newId();

  it('who helps to count, the other clerk of what differs, the director, whoever explained it', async () => {
    await happens('archives.stocktake-started.v1', { counterIds: [lead, clerk], expected: 3 });
    await happens('archives.stocktake-counted.v1', { found: 1, differences: 2 });
    await happens('archives.stocktake-explained.v1', { differenceIds: [], whole: false });
    await happens('archives.stocktake-explained.v1', { differenceIds: [], whole: true });
    await happens('archives.stocktake-returned.v1', { differenceIds: [], explainedBy: [clerk] }, director);
    await happens('archives.stocktake-approved.v1', { differenceIds: [], whole: false }, director);
    expect(await told()).toEqual([['stocktake-to-count', lead], ['stocktake-differences', clerk2], ['stocktake-to-approve', director], ['stocktake-returned', clerk]]);
  });

  it('the clerks, where it may be closed, and with the director, where it is given up', async () => {
    await happens('archives.stocktake-counted.v1', { found: 3, differences: 0 }, clerk2);
    await happens('archives.stocktake-approved.v1', { differenceIds: [], whole: true }, director);
    await happens('archives.stocktake-withdrawn.v1', {});
    const [first, ...then] = await told();
    expect(first).toEqual(['stocktake-to-close', clerk]);
    expect(then.toSorted()).toEqual([['stocktake-to-close', clerk], ['stocktake-to-close', clerk2], ['stocktake-withdrawn', director], ['stocktake-withdrawn', clerk2]].toSorted());
  });

  it('who helps to count where counting goes on, and where it is given up', async () => {
    await happens('archives.stocktake-resumed.v1', { counterIds: [lead, clerk] });
    await happens('archives.stocktake-resumed.v1', {});
    await happens('archives.stocktake-withdrawn.v1', { counterIds: [lead] });
    expect(await told()).toEqual([['stocktake-to-count', lead], ['stocktake-withdrawn', lead], ['stocktake-withdrawn', director], ['stocktake-withdrawn', clerk2]]);
  });

  it('where it is given up, whoever explained what is not decided, for whom, and who was to decide on it', async () => {
    const deputy = newId();
    await happens('archives.stocktake-withdrawn.v1', { counterIds: [], explainers: [{ personId: deputy, forPersonId: director }] });
    expect(await told()).toEqual([deputy, director, clerk2, company].map((personId) => ['stocktake-withdrawn', personId]));
  });

  it('where it was counted again, whoever decides on what was explained before, or may close it', async () => {
    const explained = [{ personId: clerk, forPersonId: null }];
    await happens('archives.stocktake-counted.v1', { found: 1, differences: 2, unexplained: 1, explainers: explained }, clerk2);
    await happens('archives.stocktake-counted.v1', { found: 1, differences: 1, unexplained: 0, explainers: explained }, clerk2);
    await happens('archives.stocktake-counted.v1', { found: 1, differences: 1, unexplained: 0, explainers: [] }, clerk2);
    expect(await told()).toEqual([['stocktake-differences', clerk], ['stocktake-to-approve', director], ['stocktake-to-close', clerk]]);
  });

  it('both where the director explained some of it: the company decides on that (G1)', async () => {
    await happens('archives.stocktake-explained.v1', { differenceIds: [], whole: true, explainers: [{ personId: director, forPersonId: null }, { personId: clerk, forPersonId: null }] });
    expect(await told()).toEqual([['stocktake-to-approve', company], ['stocktake-to-approve', director]]);
  });

  it('the company, where the director explained it: they cannot approve it (G1)', async () => {
    await happens('archives.stocktake-explained.v1', { differenceIds: [], whole: true }, director);
    expect(await told()).toEqual([['stocktake-to-approve', company]]);
  });
});
