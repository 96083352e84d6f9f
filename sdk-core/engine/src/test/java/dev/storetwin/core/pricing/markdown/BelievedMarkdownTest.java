package dev.storetwin.core.pricing.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BelievedMarkdownTest {

    private static final List<Double> PRICES = List.of(10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0);
    private static final List<Double> CHANCES = List.of(1 / 6.0, 2 / 3.0, 1 / 6.0);
    private static final List<Double> ELASTICITIES = List.of(-3.0, -1.7, -.4);
    private static final List<SeasonDemand> WORLDS = worlds(PRICES);

    private final MarkdownSeason season =
            MarkdownSeason.of(PRICES, WORLDS.get(0), 70).withRules(MoveRules.FALLING.withMostMoves(3));

    private static SeasonDemand demand(List<Double> prices, double elasticity) {
        var answers = prices.stream().map(it -> Math.pow(it / 10, elasticity)).toList();
        return SeasonDemand.of(Collections.nCopies(6, 7.0), answers, 1);
    }

    /** Asking what it thinks best, and thinking again every period, brings at least what was promised. */
    @Test
    void keeps_more_than_it_promises() {
        var believed = BelievedMarkdown.of(season, WORLDS, CHANCES);
        var first = MarkdownMoment.first(season);
        double promised = believed.value(first, believed.rung(first));

        double played = MarkdownOutlook.of(season, WORLDS, CHANCES, believed, first, 3_000, 7)
                .value();

        assertThat(played).isGreaterThan(promised * .995);
        assertThat(promised).isLessThan(knowing());
    }

    /** Nobody earns more than who knows the world. */
    private double knowing() {
        double sum = 0;
        for (int world = 0; world < WORLDS.size(); world++) {
            sum += CHANCES.get(world)
                    * MarkdownProgram.solve(season.withDemand(WORLDS.get(world)))
                            .value();
        }
        return sum;
    }

    @Test
    void one_world_is_the_program() {
        var believed = BelievedMarkdown.of(season, List.of(WORLDS.get(1)), List.of(1.0));
        var table = MarkdownProgram.solve(season.withDemand(WORLDS.get(1)));
        var first = MarkdownMoment.first(season);

        assertThat(believed.rung(first)).isEqualTo(table.rung(first));
        assertThat(believed.value(first, table.rung(first))).isCloseTo(table.value(), within(1e-9));
    }

    @Test
    void what_sells_tells_which_world_it_is() {
        var believed = BelievedMarkdown.of(season, WORLDS, CHANCES);
        var cut = new MarkdownMoment(0, 70, 4, 2, 0);

        var many = believed.after(cut, 33).chances();
        var few = believed.after(cut, 8).chances();
        var soldOut = believed.after(new MarkdownMoment(0, 12, 4, 2, 0), 12).chances();

        assertThat(many.get(0)).isGreaterThan(.75);
        assertThat(few.get(2)).isGreaterThan(.75);
        assertThat(soldOut.get(0)).isBetween(1 / 6.0, .3);
        assertThat(many.stream().mapToDouble(it -> it).sum()).isCloseTo(1, within(1e-9));
    }

    /** As if it had been on the ladder from the beginning, whatever rules hold. */
    @Property(tries = 30)
    void a_price_between_two_rungs_is_worth_what_it_is_on_the_ladder(
            @ForAll @DoubleRange(min = 3.5, max = 9.9) double price,
            @ForAll @IntRange(min = 0, max = 4) int moves,
            @ForAll @IntRange(min = 1, max = 3) int apart,
            @ForAll @DoubleRange(min = -1, max = 3) double salvage,
            @ForAll @IntRange(min = 0, max = 90) int stock) {
        var rules = new MoveRules(moves, apart, true);
        var without = season(PRICES, stock, salvage).withRules(rules);
        var prices = new ArrayList<>(PRICES);
        prices.add(price);
        prices.sort(Comparator.reverseOrder());
        var with = season(prices, stock, salvage).withRules(rules);
        var alone = ELASTICITIES.stream()
                .map(it -> rung(demand(List.of(price), it), 0))
                .toList();

        double added = BelievedMarkdown.of(without, worlds(PRICES), CHANCES)
                .value(MarkdownMoment.first(without), price, alone);
        double among = BelievedMarkdown.of(with, worlds(prices), CHANCES)
                .value(MarkdownMoment.first(with), prices.indexOf(price));

        assertThat(added).isCloseTo(among, within(1e-9));
    }

    private static MarkdownSeason season(List<Double> prices, int stock, double salvage) {
        return MarkdownSeason.of(prices, demand(prices, -1.7), stock)
                .withSalvage(salvage)
                .withHolding(.05)
                .withArrivals(List.of(0, 3, 0, 0, 2, 0));
    }

    private static List<SeasonDemand> worlds(List<Double> prices) {
        return ELASTICITIES.stream().map(it -> demand(prices, it)).toList();
    }

    private static List<UnitChances> rung(SeasonDemand demand, int rung) {
        return IntStream.range(0, demand.periods())
                .mapToObj(period -> demand.at(period, rung))
                .toList();
    }

    @Test
    void where_prices_may_rise_again_no_price_can_be_added() {
        var free = season.withRules(MoveRules.FREE);
        var believed = BelievedMarkdown.of(free, WORLDS, CHANCES);
        var alone = ELASTICITIES.stream()
                .map(it -> rung(demand(List.of(7.5), it), 0))
                .toList();

        assertThatThrownBy(() -> believed.value(MarkdownMoment.first(free), 7.5, alone))
                .hasMessageContaining("Where prices may rise again");
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> BelievedMarkdown.of(season, WORLDS, List.of(1.0)))
                .hasMessageContaining("3 worlds need as many chances");
    }
}
