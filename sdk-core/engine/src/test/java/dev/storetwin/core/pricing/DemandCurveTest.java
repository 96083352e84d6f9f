package dev.storetwin.core.pricing;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.SampleShop;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.Estimate;
import dev.storetwin.pricing.PriceElasticity;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.type.Money;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DemandCurveTest {

    private static final PriceQuestion QUESTION = new PriceQuestion(MUG, WEB, NOW);

    private final PriceLadderPlanner planner =
            new PriceLadderPlanner(ForecastMethods.cheap(), PricingOptions.DEFAULT, 1);

    @Property(tries = 25)
    void units_never_rise_with_the_price_and_every_interval_contains_what_is_expected(
            @ForAll @DoubleRange(min = -4, max = 2) double elasticity,
            @ForAll @IntRange(min = 0, max = 400) int onHand,
            @ForAll boolean counted) {
        var shop = weekly(elasticity).cost(MUG, "4.00");

        var curve = curve(counted ? shop.stock(MUG, MAIN, onHand) : shop);

        assertThat(curve.points())
                .extracting(DemandCurve.Point::price)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(curve.points().stream().map(it -> -it.units().mean())).isSorted();
        assertThat(curve.points()).allSatisfy(it -> {
            assertThat(it.units().mean())
                    .isBetween(it.units().lower(), it.units().upper());
            assertThat(it.value().mean())
                    .isBetween(it.value().lower(), it.value().upper());
            assertThat(it.units().lower()).isNotNegative();
        });
    }

    @Test
    void a_point_says_what_the_alternative_of_that_price_says() {
        var state = weekly(-2).cost(MUG, "4.00").stock(MUG, MAIN, 300).state();

        var curve = planner.of(state, QUESTION, List.of());

        for (var rung : planner.plan(state, QUESTION).alternatives()) {
            var price = rung.action().map(it -> it.to()).orElse(Money.of("10.00", "EUR"));
            var point = curve.at(price).orElseThrow();
            assertThat(point.units().mean()).isEqualTo(value(rung.evidence(), "expected units"));
            assertThat(point.value().mean()).isEqualTo(value(rung.evidence(), "expected margin"));
            assertThat(rung.expectedValue()).isLessThanOrEqualTo(point.value().upper());
        }
    }

    /** Nothing is known of stock, and 10 stood for a month: 11 sells 1.1 ^ elasticity of what 10 does, at both ends of the interval. */
    @Test
    void the_interval_is_that_of_the_elasticity() {
        var curve = curve(weekly(-2).cost(MUG, "4.00"));

        var known = curve.elasticity().orElseThrow();
        double now = at(curve, "10.00").mean();
        var eleven = at(curve, "11.00");
        assertThat(known.status()).isEqualTo(PriceElasticity.Status.ESTIMATED);
        assertThat(eleven.mean()).isCloseTo(now * Math.pow(1.1, known.value()), within(1e-9));
        assertThat(eleven.lower()).isCloseTo(now * Math.pow(1.1, known.lower()), within(1e-9));
        assertThat(eleven.upper()).isCloseTo(now * Math.pow(1.1, known.upper()), within(1e-9));
    }

    /** Six days at 8 and one without a price; three units a day. */
    @Test
    void weeks_are_told_as_they_were_and_their_pace_is_of_seven_days() {
        var curve =
                curve(shop().cost(MUG, "4.00").price(MUG, WEB, "8.00", ago(6)).sold(MUG, WEB, 7, day -> 3));

        assertThat(curve.observations()).hasSize(1).allSatisfy(it -> {
            assertThat(it.price()).isCloseTo(8, within(1e-12));
            assertThat(it.days()).isEqualTo(6);
            assertThat(it.units()).isEqualTo(18);
            assertThat(it.pace()).isEqualTo(21);
            assertThat(it.promoted()).isFalse();
        });
    }

    @Test
    void without_a_cost_there_is_no_curve_but_what_was_sold_is_told() {
        var curve = curve(weekly(-2));

        assertThat(curve.points()).isEmpty();
        assertThat(curve.missing()).containsExactly("cost: none is known for MUG-1");
        assertThat(curve.observations()).isNotEmpty();
        assertThat(curve.present()).contains(Money.of("10.00", "EUR"));
    }

    @Test
    void a_price_that_is_asked_for_is_on_the_curve_to_the_cent() {
        var odd = Money.of("10.37", "EUR");

        var curve = planner.of(weekly(-2).cost(MUG, "4.00").state(), QUESTION, List.of(odd));

        assertThat(curve.at(odd)).isPresent();
    }

    private DemandCurve curve(SampleShop shop) {
        return planner.of(shop.state(), QUESTION, List.of());
    }

    private static Estimate at(DemandCurve curve, String price) {
        return curve.at(Money.of(price, "EUR")).orElseThrow().units();
    }

    /** Half a year in which the price changes every week between 8 and 12 and demand answers; the last month at 10. */
    private static SampleShop weekly(double elasticity) {
        int weeks = 26;
        var shop = shop();
        var prices = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            prices[week] = week >= weeks - 5 ? 10 : 8 + week * 7 % 5;
            shop.price(MUG, WEB, String.valueOf(prices[week]), ago(7 * (weeks - week)));
        }
        return shop.sold(
                MUG,
                WEB,
                7 * weeks,
                day -> Math.round(20 * Math.pow(prices[day / 7] / 10, elasticity) + day * 7 % 3 - 1));
    }

    private static double value(List<Evidence> evidence, String name) {
        return evidence.stream()
                .filter(it -> it.name().equals(name))
                .mapToDouble(Evidence::value)
                .findFirst()
                .orElseThrow();
    }
}
