package dev.storetwin.core.pricing;

import dev.storetwin.core.pricing.markdown.BelievedMarkdown;
import dev.storetwin.core.pricing.markdown.MarkdownMoment;
import dev.storetwin.core.pricing.markdown.MarkdownOutlook;
import dev.storetwin.core.pricing.markdown.MarkdownPolicy;
import dev.storetwin.core.pricing.markdown.MarkdownSeason;
import dev.storetwin.core.pricing.markdown.MoveRules;
import dev.storetwin.core.pricing.markdown.SeasonDemand;
import dev.storetwin.type.Money;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** One ladder of prices for a markdown, solved in all its worlds. */
final class MarkdownTrial {

    private final MarkdownBasis basis;
    private final List<Money> ladder;
    private final double weight;
    private final MarkdownSeason season;
    private final List<SeasonDemand> worlds;
    private final BelievedMarkdown policy;

    /** By the price that is asked now: who decides and who tells the path want the same. */
    private final Map<Money, MarkdownOutlook> outlooks = new ConcurrentHashMap<>();

    private MarkdownTrial(MarkdownBasis basis, List<Money> ladder, List<SeasonDemand> worlds, double weight) {
        this.basis = basis;
        this.ladder = ladder;
        this.weight = weight;
        this.worlds = worlds;
        int step = basis.step();
        this.season = new MarkdownSeason(
                ladder.stream().map(this::worth).toList(),
                worlds.get(0),
                basis.stockSteps(),
                basis.arrivalSteps(),
                step * (basis.salvage() - weight),
                step * basis.holdingOfPeriod(),
                rules());
        this.policy = BelievedMarkdown.of(season, worlds, basis.worlds().chances());
    }

    /**
     * Solves it.
     *
     * @param ladder falling, with the present price on it
     * @param weight what a unit left at the end counts less than it is worth, in money, so that more is sold
     */
    static MarkdownTrial of(MarkdownBasis basis, List<Money> ladder, double weight) {
        return new MarkdownTrial(basis, ladder, demand(basis, ladder), weight);
    }

    /** The same with another weight. */
    MarkdownTrial withWeight(double another) {
        return new MarkdownTrial(basis, ladder, worlds, another);
    }

    private static List<SeasonDemand> demand(MarkdownBasis basis, List<Money> prices) {
        return basis.worlds()
                .demands(
                        prices.stream().map(Money::toDouble).toList(),
                        basis.seenAt(),
                        basis.lowestSeen(),
                        basis.elasticity().value(),
                        basis::doubt,
                        basis.step());
    }

    /** Of a step of stock. */
    private double worth(Money price) {
        return basis.step() * basis.worth(price.toDouble());
    }

    private MoveRules rules() {
        int apart = basis.calendar().periodsIn(basis.question().wish().daysApart());
        int moves = basis.question().wish().mostMoves();
        return new MoveRules(areCounted(ladder.size()) ? moves : MoveRules.UNLIMITED, apart, true);
    }

    /** Whether a ladder has more moves than are allowed. */
    private boolean areCounted(int rungs) {
        return basis.question().wish().mostMoves()
                < Math.min(rungs - 1, basis.calendar().periods());
    }

    List<Money> ladder() {
        return ladder;
    }

    double weight() {
        return weight;
    }

    private int standing() {
        return rung(basis.present());
    }

    /** Where a price is on the ladder; -1 when it is not. */
    private int rung(Money price) {
        for (int rung = 0; rung < ladder.size(); rung++) {
            if (ladder.get(rung).compareTo(price) == 0) {
                return rung;
            }
        }
        return -1;
    }

    private MarkdownMoment first() {
        return MarkdownMoment.first(season, standing(), basis.pause());
    }

    /** Whether the price may move now. */
    boolean isFree() {
        return first().isFree(season.rules());
    }

    /** Expected when a price is asked now and the best ones ever after, in money. */
    double value(Money price) {
        int rung = rung(price);
        if (rung >= 0) {
            return policy.value(first(), rung);
        }
        return isBelowPresent(price) && areCounted(ladder.size()) == areCounted(ladder.size() + 1)
                ? between(price)
                : of(basis, MarkdownBasis.with(ladder, price), weight).value(price);
    }

    private boolean isBelowPresent(Money price) {
        return price.compareTo(basis.present()) < 0;
    }

    /** A price that is not on the ladder, and need not be for this. */
    private double between(Money price) {
        var prices = MarkdownBasis.with(ladder, price);
        int own = prices.indexOf(price);
        var demand = demand(basis, prices).stream()
                .map(world -> IntStream.range(0, season.periods())
                        .mapToObj(period -> world.at(period, own))
                        .toList())
                .toList();
        return policy.value(first(), worth(price), demand);
    }

    /** The price that is best now. */
    Money best() {
        return ladder.get(policy.rung(first()));
    }

    /** What is expected when a price is asked now and the best ones ever after. In steps of stock, and money for a step. */
    MarkdownOutlook outlook(Money price) {
        return outlooks.computeIfAbsent(price, this::looked);
    }

    private MarkdownOutlook looked(Money price) {
        int rung = rung(price);
        return rung >= 0
                ? played(new Beginning(rung, policy))
                : of(basis, MarkdownBasis.with(ladder, price), weight).outlook(price);
    }

    /** What is expected when one price is asked to the end. */
    MarkdownOutlook kept(Money price) {
        int rung = rung(price);
        return played(at -> rung);
    }

    private MarkdownOutlook played(MarkdownPolicy prices) {
        return MarkdownOutlook.of(
                season,
                worlds,
                basis.worlds().chances(),
                prices,
                first(),
                basis.detail().courses(),
                basis.seed());
    }

    /** Expected share of all that is there and comes which is sold; 1 when there is nothing. */
    double sellThrough(MarkdownOutlook outlook) {
        return season.supply() == 0 ? 1 : 1 - outlook.left().mean() / season.supply();
    }

    /** Revenue and salvage less holding, without the weight of what is left. */
    double worth(MarkdownOutlook outlook) {
        return outlook.value() + weight * basis.step() * outlook.left().mean();
    }

    /** A given rung in the first period, then as another policy says, which has seen what sold. */
    private record Beginning(int rung, MarkdownPolicy then) implements MarkdownPolicy {

        @Override
        public int rung(MarkdownMoment at) {
            return at.period() == 0 ? rung : then.rung(at);
        }

        @Override
        public MarkdownPolicy after(MarkdownMoment at, int sold) {
            return then.after(at, sold);
        }
    }
}
