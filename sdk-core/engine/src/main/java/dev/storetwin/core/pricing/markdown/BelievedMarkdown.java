package dev.storetwin.core.pricing.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prices while nobody knows how well a thing sells or how much its price matters: a few worlds that could be, each with its chance, and the price that
 * is best over all of them. What sells tells which world it is (Bayes' rule), as in Aviv and Pazgal (2005), "A partially observed Markov decision
 * process for dynamic pricing".
 *
 * <p>How it works: prices are found that are best when every period comes from one of the worlds by its chance. They do not learn, but follow the
 * stock. What they bring in each world is worked out, and so is what asking any other price first brings. The price that is best over the worlds, by
 * their chances of now, is asked (a rollout; Bertsekas and Castanon 1999). So what is promised is never more than what doing so brings.
 */
public final class BelievedMarkdown implements MarkdownPolicy {

    private final List<MarkdownTable> worlds;
    private final List<Double> chances;

    private BelievedMarkdown(List<MarkdownTable> worlds, List<Double> chances) {
        this.worlds = worlds;
        this.chances = chances;
    }

    /**
     * Weighs the worlds.
     *
     * @param season  all but the demand, which is not looked at
     * @param worlds  demand in each
     * @param chances of each world; scaled to add up to 1
     */
    public static BelievedMarkdown of(MarkdownSeason season, List<SeasonDemand> worlds, List<Double> chances) {
        double sum = chances.stream().mapToDouble(Double::doubleValue).sum();
        if (worlds.isEmpty()
                || worlds.size() != chances.size()
                || !(sum > 0)
                || chances.stream().anyMatch(it -> !(it >= 0))) {
            throw new IllegalArgumentException("%d worlds need as many chances, none negative and not all zero, not %s."
                    .formatted(worlds.size(), chances));
        }
        var scaled = chances.stream().map(it -> it / sum).toList();
        var prices = MarkdownProgram.solve(season.withDemand(SeasonDemand.mixed(worlds, scaled)));
        return new BelievedMarkdown(
                worlds.stream()
                        .map(it -> MarkdownProgram.follow(season.withDemand(it), prices))
                        .toList(),
                scaled);
    }

    /** The chance of each world by now. */
    public List<Double> chances() {
        return chances;
    }

    /** At least this much is expected from a moment on when a rung is asked now. Rules are not asked whether it may. */
    public double value(MarkdownMoment at, int rung) {
        double sum = 0;
        for (int world = 0; world < worlds.size(); world++) {
            double chance = chances.get(world);
            sum += chance > 0 ? chance * worlds.get(world).value(at, rung) : 0;
        }
        return sum;
    }

    @Override
    public int rung(MarkdownMoment at) {
        int best = at.rung();
        double value = value(at, best);
        for (int rung : open(at)) {
            double moved = value(at, rung);
            if (moved > value) {
                value = moved;
                best = rung;
            }
        }
        return best;
    }

    /** Rungs other than the one that stands that may be asked now. */
    private int[] open(MarkdownMoment at) {
        var rules = season().rules();
        return IntStream.range(0, at.isFree(rules) ? season().rungs() : 0)
                .filter(it -> it != at.rung() && rules.allows(at.rung(), it))
                .toArray();
    }

    private MarkdownSeason season() {
        return worlds.get(0).season();
    }

    /** What was sold makes worlds likelier in which that is likely. Where all that was there is sold, more may have been wanted. */
    @Override
    public BelievedMarkdown after(MarkdownMoment at, int sold) {
        var likelihoods = new ArrayList<Double>();
        double sum = 0;
        for (int world = 0; world < worlds.size(); world++) {
            var demand = worlds.get(world).season().demand().at(at.period(), at.rung());
            double likelihood = sold < at.stock() ? demand.chance(sold) : demand.atLeast(sold);
            likelihoods.add(chances.get(world) * likelihood);
            sum += likelihoods.get(world);
        }
        double all = sum;
        return all > 0
                ? new BelievedMarkdown(
                        worlds, likelihoods.stream().map(it -> it / all).toList())
                : this;
    }
}
