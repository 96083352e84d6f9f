package dev.storetwin.core.pricing.markdown;

import java.util.Arrays;
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

    private final MarkdownTable prices;
    private final List<MarkdownTable> worlds;
    private final double[] chances;

    private BelievedMarkdown(MarkdownTable prices, List<MarkdownTable> worlds, double[] chances) {
        this.prices = prices;
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
                prices,
                worlds.stream()
                        .map(it -> MarkdownProgram.follow(season.withDemand(it), prices))
                        .toList(),
                scaled.stream().mapToDouble(it -> it).toArray());
    }

    /** The chance of each world by now. */
    public List<Double> chances() {
        return Arrays.stream(chances).boxed().toList();
    }

    /** At least this much is expected from a moment on when a rung is asked now. Rules are not asked whether it may. */
    public double value(MarkdownMoment at, int rung) {
        int asked = prices.asked(at, rung);
        double sum = 0;
        for (int world = 0; world < chances.length; world++) {
            sum += chances[world] * worlds.get(world).played(at.period(), asked);
        }
        return sum;
    }

    /**
     * The same for a price that is not on the ladder, as if it had been. Where prices only fall, rungs above it are never asked again, so its own
     * moments are all that has to be worked out.
     *
     * @param price  what a unit brings, below that of the rung that stands
     * @param demand at this price, in each world, for each period
     */
    public double value(MarkdownMoment at, double price, List<List<UnitChances>> demand) {
        var added = AddedRung.best(prices, price, mixed(demand));
        double sum = 0;
        for (int world = 0; world < chances.length; world++) {
            sum += chances[world]
                    * added.follow(worlds.get(world), demand.get(world)).value(at);
        }
        return sum;
    }

    private List<UnitChances> mixed(List<List<UnitChances>> demand) {
        var weights = chances();
        return IntStream.range(0, season().periods())
                .mapToObj(period -> UnitChances.mixed(
                        demand.stream().map(it -> it.get(period)).toList(), weights))
                .toList();
    }

    @Override
    public int rung(MarkdownMoment at) {
        int best = at.rung();
        double value = value(at, best);
        var rules = season().rules();
        int open = at.isFree(rules) ? season().rungs() : 0;
        for (int rung = 0; rung < open; rung++) {
            if (rung != at.rung() && rules.allows(at.rung(), rung)) {
                double moved = value(at, rung);
                if (moved > value) {
                    value = moved;
                    best = rung;
                }
            }
        }
        return best;
    }

    private MarkdownSeason season() {
        return prices.season();
    }

    /** What was sold makes worlds likelier in which that is likely. Where all that was there is sold, more may have been wanted. */
    @Override
    public BelievedMarkdown after(MarkdownMoment at, int sold) {
        var likelihoods = new double[chances.length];
        double sum = 0;
        for (int world = 0; world < likelihoods.length; world++) {
            var demand = worlds.get(world).season().demand().at(at.period(), at.rung());
            double likelihood = sold < at.stock() ? demand.chance(sold) : demand.atLeast(sold);
            likelihoods[world] = chances[world] * likelihood;
            sum += likelihoods[world];
        }
        if (!(sum > 0)) {
            return this;
        }
        for (int world = 0; world < likelihoods.length; world++) {
            likelihoods[world] /= sum;
        }
        return new BelievedMarkdown(prices, worlds, likelihoods);
    }
}
