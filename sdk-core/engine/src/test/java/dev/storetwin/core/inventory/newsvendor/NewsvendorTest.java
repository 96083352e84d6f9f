package dev.storetwin.core.inventory.newsvendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.demand.LossFunction;
import dev.storetwin.core.inventory.demand.UnitDemand;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NewsvendorTest {

    /** Of 1, 3 and 8, with a unit short three times as dear as one too many: 8 costs (7 + 5) / 3, 3 costs (2 + 15) / 3. */
    @Test
    void agrees_with_a_case_worked_by_hand() {
        var newsvendor = new Newsvendor(1, 3);
        var demand = LossFunction.ofSample(List.of(1.0, 3.0, 8.0));

        assertThat(newsvendor.best(demand)).isEqualTo(new StockTarget(8, 4));
        assertThat(newsvendor.cost(3, demand)).isEqualTo(17 / 3.0, within(1e-12));
    }

    @Test
    void where_two_levels_cost_the_same_the_smaller_is_taken() {
        var newsvendor = new Newsvendor(1, 3);
        var demand = LossFunction.of(UnitDemand.of(List.of(0.0, .25, .25, .25, .25)));
        var withGap = LossFunction.of(UnitDemand.of(List.of(0.0, .4, .35, 0.0, 0.0, 0.0, .25)));

        assertThat(newsvendor.best(demand).level()).isEqualTo(3);
        assertThat(newsvendor.cost(4, demand)).isEqualTo(newsvendor.cost(3, demand), within(1e-12));
        assertThat(newsvendor.best(withGap).level()).isEqualTo(2);
    }

    /** Bought at 4, sold at 10, left over at 1: 8 sold half of the time and 10 the other half. */
    @Test
    void a_season_is_judged_by_profit() {
        var season = new SellingSeason(10, 4, 1);
        var demand = LossFunction.ofSample(List.of(8.0, 10.0));

        assertThat(season.best(demand)).isEqualTo(new SellingSeason.SeasonOrder(10, (60 + 48 - 6) / 2.0));
        assertThat(season.profit(8, demand)).isEqualTo(48, within(1e-12));
    }

    @Test
    void a_supplier_who_rarely_fails_needs_one_demand_and_one_who_does_needs_more() {
        assertThat(new UnreliableSupply(1, 9, 100, .001, .5).best().level()).isEqualTo(100);
        assertThat(new UnreliableSupply(1, 9, 100, .125, .5).best().level()).isEqualTo(200);
        assertThat(new UnreliableSupply(1, 9, 100, .125, 1).best().level()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_is_refused_in_words() {
        assertThatThrownBy(() -> new Newsvendor(0, 1)).hasMessageContaining("holdingCost (0.0)");
        assertThatThrownBy(() -> new Newsvendor(1, Double.NaN)).hasMessageContaining("Maybe the margin is zero");
        assertThatThrownBy(() -> new SellingSeason(4, 10, 1)).hasMessageContaining("Maybe two of them were swapped");
        assertThatThrownBy(() -> new UnreliableSupply(1, 1, 0, .1, .5)).hasMessageContaining("demand (0.0)");
        assertThatThrownBy(() -> new UnreliableSupply(1, 1, 1, 0, .5)).hasMessageContaining("disruptionProbability");
        assertThatThrownBy(() -> new UnreliableSupply(1, 1, 1, .5, 2)).hasMessageContaining("Maybe they were given");
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void on_a_sample_no_level_costs_less(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 60) Integer> sample,
            @ForAll @DoubleRange(min = .1, max = 10) double holdingCost,
            @ForAll @DoubleRange(min = .1, max = 10) double shortageCost) {
        var newsvendor = new Newsvendor(holdingCost, shortageCost);

        var best = newsvendor.best(
                LossFunction.ofSample(sample.stream().map(Integer::doubleValue).toList()));
        var counted = newsvendor.best(LossFunction.of(UnitDemand.of(shares(sample))));

        double least = IntStream.rangeClosed(0, 60)
                .mapToDouble(level -> averageCost(level, sample, holdingCost, shortageCost))
                .min()
                .orElseThrow();
        assertThat(best.cost()).isEqualTo(least, within(1e-9 * (1 + least)));
        assertThat(counted.level()).isEqualTo(best.level());
        assertThat(counted.cost()).isEqualTo(best.cost(), within(1e-9 * (1 + least)));
    }

    private static double averageCost(int level, List<Integer> sample, double holdingCost, double shortageCost) {
        return sample.stream()
                .mapToDouble(it -> holdingCost * Math.max(0, level - it) + shortageCost * Math.max(0, it - level))
                .average()
                .orElseThrow();
    }

    private static List<Double> shares(List<Integer> sample) {
        return IntStream.rangeClosed(0, 60)
                .mapToObj(it -> (double) Collections.frequency(sample, it) / sample.size())
                .toList();
    }

    /** Spells of 0, 1, 2 ... periods, one by one, until no more can matter. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void the_cost_under_disruptions_is_that_of_all_spells(
            @ForAll @DoubleRange(min = .01, max = .6) double disruption,
            @ForAll @DoubleRange(min = .1, max = 1) double recovery,
            @ForAll @DoubleRange(min = 50, max = 900) double level) {
        var supply = new UnreliableSupply(1, 7, 100, disruption, recovery);

        double cost = 0;
        double probability = recovery / (disruption + recovery);
        for (int n = 0; n < 1000; n++) {
            double stock = level - (n + 1) * 100;
            cost += probability * (stock > 0 ? stock : -7 * stock);
            probability = n == 0 ? disruption * recovery / (disruption + recovery) : probability * (1 - recovery);
        }
        assertThat(supply.cost(level)).isEqualTo(cost, within(1e-6 * cost));
        assertThat(supply.best().cost()).isLessThanOrEqualTo(cost * (1 + 1e-9));
    }

    @Test
    void a_supplier_who_hardly_ever_recovers_is_priced_at_once() {
        var supply = new UnreliableSupply(1e-6, 7, 1, .5, 1e-9);

        var best = supply.best();

        assertThat(best.level()).isGreaterThan(1e9);
        assertThat(best.cost()).isPositive().isLessThan(supply.cost(best.level() / 2));
        assertThat(supply.cost(best.level())).isLessThan(supply.cost(best.level() * 2));
        assertThatThrownBy(() -> supply.cost(Double.NaN)).hasMessageContaining("level (NaN) must be finite");
    }
}
