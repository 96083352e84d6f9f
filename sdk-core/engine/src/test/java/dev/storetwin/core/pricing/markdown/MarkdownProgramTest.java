package dev.storetwin.core.pricing.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarkdownProgramTest {

    private static final double EXACT = 1e-9;

    /** Two periods, two units at 10 or 5; at 10 nobody comes, at 5 one does. Cutting at once sells both. */
    @Test
    void cuts_at_once_when_there_is_no_time_to_lose() {
        var demand = new SeasonDemand(List.of(never(), never()));
        var season = MarkdownSeason.of(List.of(10.0, 5.0), demand, 2);

        var table = MarkdownProgram.solve(season);

        assertThat(table.value()).isCloseTo(10, within(EXACT));
        assertThat(table.rung(MarkdownMoment.first(season))).isEqualTo(1);
        assertThat(MarkdownProgram.solve(season.withStock(1)).rung(MarkdownMoment.first(season.withStock(1))))
                .as("one unit can wait a period")
                .isEqualTo(0);
        assertThat(MarkdownProgram.solve(season.withRules(MoveRules.FALLING.withMostMoves(0)))
                        .value())
                .isZero();
    }

    private static List<UnitChances> never() {
        return List.of(UnitChances.of(1), UnitChances.of(0, 1));
    }

    @Property(tries = 60)
    void is_as_good_as_the_best_of_all_policies(@ForAll("tiny") MarkdownSeason season) {
        var all = new AllPolicies(season);
        if (all.count() > 30_000) {
            return;
        }

        double value = MarkdownProgram.solve(season).value();

        assertThat(value).isCloseTo(all.best(), within(EXACT));
    }

    /** Following the table brings what it says. */
    @Test
    void promises_what_it_keeps() {
        var season = usual(30, 2);
        var table = MarkdownProgram.solve(season);
        var draws = Draws.of(3);
        double sum = 0;
        double squares = 0;
        int runs = 4_000;
        for (int run = 0; run < runs; run++) {
            double value = PlayedSeason.of(season, table, draws.keyed("markdown", "season", run))
                    .value();
            sum += value;
            squares += value * value;
        }
        double mean = sum / runs;
        double error = Math.sqrt((squares / runs - mean * mean) / runs);
        assertThat(mean).isCloseTo(table.value(), within(4 * error));
    }

    @Property(tries = 40)
    void value_grows_with_stock_time_salvage_and_moves(
            @ForAll @IntRange(min = 0, max = 25) int stock,
            @ForAll @IntRange(min = 0, max = 6) int periods,
            @ForAll @DoubleRange(min = 0, max = 4) double salvage,
            @ForAll @IntRange(min = 0, max = 3) int moves) {
        double value = value(stock, periods, salvage, moves);

        assertThat(value(stock + 1, periods, salvage, moves)).isGreaterThanOrEqualTo(value - EXACT);
        assertThat(value(stock, periods + 1, salvage, moves)).isGreaterThanOrEqualTo(value - EXACT);
        assertThat(value(stock, periods, salvage + 1, moves)).isGreaterThanOrEqualTo(value - EXACT);
        assertThat(value(stock, periods, salvage, moves + 1)).isGreaterThanOrEqualTo(value - EXACT);
        assertThat(value).isGreaterThanOrEqualTo(salvage * stock - EXACT);
    }

    private static double value(int stock, int periods, double salvage, int moves) {
        return MarkdownProgram.solve(season(stock, periods, 3)
                        .withSalvage(salvage)
                        .withRules(MoveRules.FALLING.withMostMoves(moves)))
                .value();
    }

    /** Where shoppers come one by one; of several in one period it is not true in general. */
    @Property(tries = 30)
    void more_stock_is_never_dearer_and_each_unit_adds_less(
            @ForAll @IntRange(min = 1, max = 12) int stock,
            @ForAll @DoubleRange(min = .05, max = .45) double chance,
            @ForAll @DoubleRange(min = .5, max = 1.1) double elasticity) {
        var prices = List.of(10.0, 9.0, 8.0, 7.0, 6.0, 5.0);
        var rungs = prices.stream()
                .map(it -> chance * Math.pow(it / 10, -elasticity))
                .map(it -> UnitChances.of(1 - it, it))
                .toList();
        var season = MarkdownSeason.of(prices, new SeasonDemand(Collections.nCopies(20, rungs)), stock + 1)
                .withRules(MoveRules.FREE);
        var table = MarkdownProgram.solve(season);

        for (int period = 0; period < 20; period++) {
            var less = new MarkdownMoment(period, stock - 1, 0, 0, 0);
            var at = new MarkdownMoment(period, stock, 0, 0, 0);
            var more = new MarkdownMoment(period, stock + 1, 0, 0, 0);
            assertThat(table.rung(more)).isGreaterThanOrEqualTo(table.rung(at));
            assertThat(table.value(more) - table.value(at))
                    .isLessThanOrEqualTo(table.value(at) - table.value(less) + EXACT);
        }
    }

    @Property(tries = 40)
    void a_played_season_keeps_the_rules(
            @ForAll @IntRange(min = 0, max = 3) int moves,
            @ForAll @IntRange(min = 1, max = 4) int apart,
            @ForAll @IntRange(min = 0, max = 1_000) int luck) {
        var season = season(20, 8, 2.5).withRules(new MoveRules(moves, apart, true));
        var played = PlayedSeason.of(
                season, MarkdownProgram.solve(season), Draws.of(luck).keyed("markdown", "rules", 0));

        var moved = new ArrayList<Integer>();
        int before = 0;
        int sold = 0;
        for (var period : played.periods()) {
            assertThat(period.at().rung()).isGreaterThanOrEqualTo(before);
            if (period.at().rung() != before) {
                moved.add(period.at().period());
            }
            before = period.at().rung();
            sold += period.sold();
        }
        assertThat(moved).hasSizeLessThanOrEqualTo(moves);
        for (int i = 1; i < moved.size(); i++) {
            assertThat(moved.get(i) - moved.get(i - 1)).isGreaterThanOrEqualTo(apart);
        }
        assertThat(sold + played.left()).isEqualTo(season.supply());
    }

    @Test
    void nothing_to_sell_no_time_and_a_ladder_of_one_are_answered() {
        assertThat(MarkdownProgram.solve(season(0, 4, 2)).value()).isZero();
        var over = season(5, 0, 2).withSalvage(2);
        assertThat(MarkdownProgram.solve(over).value()).isEqualTo(10);
        var one = MarkdownSeason.of(List.of(4.0), new SeasonDemand(List.of(List.of(UnitChances.of(0, 0, 1)))), 3);
        assertThat(MarkdownProgram.solve(one).value()).isCloseTo(8, within(EXACT));
    }

    /** A unit left is worth more than any price: it is asked as much as possible, so that as little as possible is sold. */
    @Test
    void salvage_above_every_price_is_no_reason_to_cut() {
        var season = season(10, 4, 3).withSalvage(50);

        assertThat(MarkdownProgram.solve(season).rung(MarkdownMoment.first(season)))
                .isZero();
    }

    @Test
    void what_comes_later_counts_from_when_it_comes() {
        var demand = SeasonDemand.of(List.of(3.0, 3.0, 3.0), List.of(1.0, 2.0), 1);
        var early = MarkdownSeason.of(List.of(10.0, 8.0), demand, 9);
        var late = early.withStock(0).withArrivals(List.of(0, 0, 9));

        assertThat(MarkdownProgram.solve(late).value())
                .isLessThan(MarkdownProgram.solve(early).value());
        assertThat(MarkdownProgram.solve(early.withStock(0).withArrivals(List.of(9, 0, 0)))
                        .value())
                .isCloseTo(MarkdownProgram.solve(early).value(), within(EXACT));
    }

    /** A unit that costs more by coming back than it brings is sold only where it would cost still more to be rid of. */
    @Test
    void a_sale_may_cost_more_than_it_brings() {
        var demand = new SeasonDemand(List.of(List.of(UnitChances.of(0, 1), UnitChances.of(0, 0, 1))));
        var season = MarkdownSeason.of(List.of(1.0, -2.0), demand, 2);

        assertThat(MarkdownProgram.solve(season).value()).isCloseTo(1, within(EXACT));
        assertThat(MarkdownProgram.solve(season.withSalvage(-6)).value()).isCloseTo(-4, within(EXACT));
    }

    @Test
    void mistakes_are_named() {
        var demand = SeasonDemand.of(List.of(1.0), List.of(1.0, 2.0), 1);

        assertThatThrownBy(() -> MarkdownSeason.of(List.of(1.0, 2.0), demand, 1))
                .hasMessageContaining("fall from rung");
        assertThatThrownBy(() -> MarkdownSeason.of(List.of(1.0), demand, 1)).hasMessageContaining("each of 1 prices");
        assertThatThrownBy(() -> MarkdownSeason.of(List.of(2.0, 1.0), demand, -1))
                .hasMessageContaining("stock (-1)");
        assertThatThrownBy(() -> MarkdownProgram.solve(MarkdownSeason.of(List.of(2.0, 1.0), demand, 40_000_000)))
                .hasMessageContaining("too many to look at");
        assertThatThrownBy(() -> UnitChances.of(.5, -.1)).hasMessageContaining("must not be negative");
    }

    private static MarkdownSeason usual(int stock, double elasticity) {
        return season(stock, 6, elasticity).withHolding(.05).withSalvage(1).withRules(new MoveRules(2, 2, true));
    }

    private static MarkdownSeason season(int stock, int periods, double elasticity) {
        var prices = List.of(10.0, 9.0, 8.0, 7.0, 6.0, 5.0);
        var means = new ArrayList<Double>();
        for (int period = 0; period < periods; period++) {
            means.add(3.0 - .2 * period);
        }
        var answers = prices.stream().map(it -> Math.pow(it / 10, -elasticity)).toList();
        return MarkdownSeason.of(prices, SeasonDemand.of(means, answers, 1.5), stock);
    }

    @Provide
    Arbitrary<MarkdownSeason> tiny() {
        var chances = Arbitraries.doubles()
                .between(0, 1)
                .array(double[].class)
                .ofMinSize(2)
                .ofMaxSize(4);
        var rung = chances.map(it -> {
            it[0] += .01;
            return UnitChances.of(it);
        });
        var demand = rung.list().ofSize(3).list().ofMinSize(1).ofMaxSize(3);
        var rules = Combinators.combine(
                        Arbitraries.of(MoveRules.UNLIMITED, 0, 1, 2),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(true, true, false))
                .as(MoveRules::new);
        var arrivals = Arbitraries.integers().between(0, 1).list().ofSize(3);
        return Combinators.combine(
                        demand,
                        Arbitraries.integers().between(0, 2),
                        arrivals,
                        Arbitraries.doubles().between(-1, 12),
                        Arbitraries.doubles().between(0, .5),
                        rules)
                .as((table, stock, coming, salvage, holding, moves) -> new MarkdownSeason(
                        List.of(10.0, 7.5, 4.0),
                        new SeasonDemand(table),
                        stock,
                        coming.subList(0, table.size()),
                        salvage,
                        holding,
                        moves));
    }
}
