package dev.storetwin.core;

import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.Twin;
import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Evidence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnCostTest {

    @Test
    void it_is_taken_off_the_margin_and_said() {
        try (var twin = twin()) {
            var before = twin.pricing().recommend(MUG, WEB);
            tell(twin, .5, NOW);

            var after = twin.pricing().recommend(MUG, WEB);

            assertThat(margin(after)).isCloseTo(margin(before) - .5, within(1e-9));
            assertThat(value(after.evidence(), "expected return cost")).isEqualTo(.5);
            assertThat(after.reasons()).anyMatch(it -> it.contains("cost 0.50 EUR by coming back"));
            assertThat(before.reasons()).noneMatch(it -> it.contains("coming back"));
        }
    }

    @Test
    void such_a_decision_is_made_again_when_the_cost_is_another_one() {
        try (var twin = twin()) {
            tell(twin, .5, NOW);
            var decision = twin.pricing().recommend(MUG, WEB);
            tell(twin, 2, NOW);

            assertThat(twin.decisions().reproduce(decision.id())).isInstanceOf(Reproduction.Identical.class);
        }
    }

    @Test
    void what_is_old_or_below_zero_is_not_used() {
        try (var twin = twin()) {
            var before = twin.pricing().recommend(MUG, WEB);

            tell(twin, .5, ago(31));
            assertThat(margin(twin.pricing().recommend(MUG, WEB))).isEqualTo(margin(before));

            tell(twin, -.5, NOW);
            assertThat(margin(twin.pricing().recommend(MUG, WEB))).isEqualTo(margin(before));
        }
    }

    private static void tell(Twin twin, double cost, Instant describes) {
        twin.features()
                .publisher()
                .publish(ShopFeatures.EXPECTED_RETURN_COST.definition(), FeatureEntity.of(MUG, WEB), cost, describes);
    }

    private static double margin(Decision<PriceChange> decision) {
        return decision.alternatives().stream()
                .filter(it -> it.proposed().isDoNothing())
                .mapToDouble(it -> value(it.proposed().evidence(), "unit margin"))
                .findFirst()
                .orElseThrow();
    }

    private static double value(List<Evidence> evidence, String name) {
        return evidence.stream()
                .filter(it -> it.name().equals(name))
                .mapToDouble(Evidence::value)
                .findFirst()
                .orElseThrow();
    }

    private static Twin twin() {
        var twin = StoreTwin.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
        shop().sold(MUG, WEB, 200, day -> 2 + day % 5)
                .cost(MUG, "4.00")
                .price(MUG, WEB, "10.00", ago(300))
                .events()
                .forEach(twin::accept);
        return twin;
    }
}
