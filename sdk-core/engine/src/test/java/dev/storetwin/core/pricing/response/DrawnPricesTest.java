package dev.storetwin.core.pricing.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TriedPrice;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrawnPricesTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final List<Instant> WEEKS = List.of(week(0), week(1), week(2), week(3));

    private static Instant week(int number) {
        return START.plus(Duration.ofDays(7L * number));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static PricePoint point(int week, String price) {
        return new PricePoint(week(week), eur(price), Optional.empty(), TaxMode.NET);
    }

    /** Drawn in the second week, and overruled in the fourth. */
    private static final DrawnPrices DRAWN = new DrawnPrices(
            List.of(new TriedPrice(DecisionId.of("d-1"), week(1), eur("10"), eur("9"))),
            List.of(point(0, "10"), point(1, "9"), point(3, "12")));

    @Test
    void a_cost_moves_with_what_was_drawn_as_long_as_it_stands() {
        assertThat(DRAWN.times(new double[] {5, 5, 6, 6}, WEEKS)).containsExactly(5, 4.5, 5.4, 6);
    }

    @Test
    void without_a_cost_chance_alone_is_told() {
        double unknown = Double.NaN;

        assertThat(DRAWN.times(new double[] {unknown, unknown, unknown, unknown}, WEEKS))
                .containsExactly(1, .9, .9, 1);
    }

    @Test
    void where_nothing_was_drawn_costs_are_costs() {
        var costs = new double[] {5, Double.NaN, 6, 6};

        assertThat(new DrawnPrices(List.of(), List.of(point(0, "10"))).times(costs, WEEKS))
                .isSameAs(costs);
    }
}
