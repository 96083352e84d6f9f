package dev.storetwin.core;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.TODAY;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.Twin;
import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MarkdownDoorTest {

    private static final Money FLOOR = Money.of("8.88", "EUR");
    private static final MarkdownWish WISH = new MarkdownWish(
            TODAY.plusDays(42),
            Optional.of(Money.of("1.50", "EUR")),
            Optional.of(Money.of("5.00", "EUR")),
            3,
            7,
            OptionalDouble.of(.9));

    /** Moves what is below a floor up to it. */
    private static final class Floor implements Guardrail<PriceChange> {

        @Override
        public Class<PriceChange> actions() {
            return PriceChange.class;
        }

        @Override
        public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
            return action.to().compareTo(FLOOR) < 0
                    ? new Ruling<>(
                            List.of(new RuleHit("floor", Severity.ADJUSTED, "not below 8.88")),
                            List.of(action.withTo(FLOOR)))
                    : Ruling.allowed();
        }
    }

    @Test
    void the_price_of_now_passes_the_guardrails_and_stands_in_the_audit() {
        try (var twin = twin(new Floor())) {
            var plan = twin.pricing().markdown(MUG, WEB, WISH);

            var change = plan.decision().action().orElseThrow();
            assertThat(change.to()).isEqualTo(FLOOR);
            assertThat(plan.path().get(0).price().mean()).isCloseTo(8.88, within(1e-9));
            assertThat(plan.path()).hasSize(6);
            assertThat(plan.sellThrough().orElseThrow()).isBetween(.3, 1.0);
            assertThat(twin.decisions().find(plan.decision().id())).isPresent();
            assertThat(plan.decision().reasons()).anyMatch(it -> it.contains("have to go in 42 days"));
        }
    }

    @Test
    void a_markdown_is_decided_again_from_what_was_written_down() {
        try (var twin = twin(new Floor())) {
            var plan = twin.pricing().markdown(MUG, WEB, WISH);

            var reproduced = twin.decisions().reproduce(plan.decision().id());

            assertThat(reproduced).isInstanceOf(Reproduction.Identical.class);
            assertThat(AskedMarkdown.of(plan.decision())).contains(new MarkdownQuestion(MUG, WEB, WISH, NOW));
            assertThat(twin.pricing()
                            .markdownDecider()
                            .decide(twin.state(), new MarkdownQuestion(MUG, WEB, WISH, NOW))
                            .id())
                    .isEqualTo(plan.decision().id());
        }
    }

    /** One that a published number tells, as every question about a price hears it. */
    @Test
    void what_units_cost_by_coming_back_counts_and_is_written_down() {
        try (var twin = twin(new Floor())) {
            var before = twin.pricing().markdown(MUG, WEB, WISH);
            twin.features()
                    .publisher()
                    .publish(ShopFeatures.EXPECTED_RETURN_COST.definition(), FeatureEntity.of(MUG, WEB), 1.25, NOW);

            var plan = twin.pricing().markdown(MUG, WEB, WISH);

            var question = new MarkdownQuestion(MUG, WEB, WISH, NOW, OptionalDouble.of(1.25));
            assertThat(plan.decision().evidence()).contains(new Evidence("expected return cost", 1.25, "EUR"));
            assertThat(AskedMarkdown.of(plan.decision())).contains(question);
            assertThat(plan.decision().reasons())
                    .anyMatch(it -> it.startsWith("A sold unit is expected to cost 1.25 EUR by coming back"));
            assertThat(before.decision().reasons()).noneMatch(it -> it.contains("coming back"));
            assertThat(twin.decisions().reproduce(plan.decision().id())).isInstanceOf(Reproduction.Identical.class);
        }
    }

    @Test
    void what_cannot_be_planned_is_a_reason_and_no_path() {
        try (var twin = twin(new Floor())) {
            var plan = twin.pricing().markdown(MUG, WEB, MarkdownWish.until(TODAY.minusDays(1)));

            assertThat(plan.decision().status()).isEqualTo(DecisionStatus.INSUFFICIENT_DATA);
            assertThat(plan.path()).isEmpty();
            assertThat(plan.decision().reasons()).anyMatch(it -> it.contains("must be after today"));
        }
    }

    @Test
    void nothing_is_advised_in_the_shadow() {
        try (var twin = StoreTwin.builder()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .autonomy(Capability.PRICING, Autonomy.SHADOW)
                .build()) {
            load(twin);

            var plan = twin.pricing().markdown(MUG, WEB, WISH);

            assertThat(plan.decision().status()).isEqualTo(DecisionStatus.WITHHELD);
            assertThat(plan.path()).isEmpty();
        }
    }

    private static Twin twin(Guardrail<?> guardrail) {
        var twin = StoreTwin.builder()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .guardrail(guardrail)
                .build();
        load(twin);
        return twin;
    }

    private static void load(Twin twin) {
        twin.load(shop()
                .sold(MUG, WEB, 200, day -> 3 + day % 3)
                .cost(MUG, "4.00")
                .price(MUG, WEB, "10.00", ago(300))
                .stock(MUG, MAIN, 300)
                .events()
                .stream());
    }
}
