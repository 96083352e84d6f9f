package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.MarkdownPlan;
import dev.storetwin.Twin;
import dev.storetwin.core.monitor.CpuClock;
import dev.storetwin.decision.CostBudget;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.monitor.CostAlert;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PricePlanner;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of answers when their budget runs short. Every answer here takes a second, by a clock that only answers move. */
class CostBudgetTest {

    private static final SyntheticShop SHOP = SyntheticShop.small(5);
    private static final Sku SKU = SHOP.skus().get(0);
    private static final Channel CHANNEL = SHOP.channels().get(0);
    private static final NodeId NODE = SHOP.nodes().get(0);
    private static final CostBudget TEN_SECONDS = CostBudget.perHour().withCpu(Duration.ofSeconds(10));

    @TempDir
    private Path folder;

    private final SettableClock clock =
            SettableClock.at(SHOP.from().plusDays(90).atStartOfDay(SHOP.zone()).toInstant());
    private final AtomicLong readings = new AtomicLong();
    private final List<CostAlert> alerts = new ArrayList<>();

    private StoreTwinBuilder builder() {
        CpuClock cpu = () -> Duration.ofSeconds(readings.getAndIncrement()).toNanos();
        return StoreTwin.builder()
                .zone(SHOP.zone())
                .currency(SHOP.currency())
                .clock(clock)
                .cpuClock(cpu)
                .costAlerts(alerts::add);
    }

    private StoreTwinBuilder durable() {
        return builder().vault(new PlainVault()).dataDirectory(folder);
    }

    /** Opened with everything that had happened by now. */
    private Twin opened(StoreTwinBuilder builder) {
        var twin = builder.build();
        twin.load(SHOP.events().filter(it -> !it.header().receivedAt().isAfter(clock.instant())));
        return twin;
    }

    private static Decision<PriceChange> price(Twin twin) {
        return twin.pricing().recommend(SKU, CHANNEL);
    }

    /** To be gone eight weeks after the shop's first three months. */
    private static MarkdownPlan markdown(Twin twin) {
        return twin.pricing()
                .markdown(SKU, CHANNEL, MarkdownWish.until(SHOP.from().plusDays(90 + 56)));
    }

    private static Decision<PriceChange> price(Twin twin, int nth) {
        for (int i = 1; i < nth; i++) {
            price(twin);
        }
        return price(twin);
    }

    @Test
    void without_a_budget_nothing_is_measured_and_nothing_spared() {
        try (var twin = opened(builder())) {
            var decision = price(twin, 20);

            assertThat(decision.work().effort()).isEqualTo(Effort.FULL);
            assertThat(twin.controls().costs().costs()).isEmpty();
            assertThat(readings).hasValue(0);
        }
    }

    @Test
    void from_seven_tenths_on_models_of_before_are_used_and_the_decision_says_of_when() {
        try (var twin = opened(builder().budget(Capability.PRICING, TEN_SECONDS))) {
            var asked = clock.instant();
            price(twin, 7);
            clock.advance(Duration.ofMinutes(20));

            var decision = price(twin);

            assertThat(decision.work().effort()).isEqualTo(Effort.CACHED);
            assertThat(decision.work().models())
                    .extracting(it -> it.model() + " " + it.asOf())
                    .containsExactly("demand " + asked, "elasticity " + asked);
            assertThat(decision.reasons()).anyMatch(it -> it.startsWith("To save cost, models of before were used"));
        }
    }

    @Test
    void from_nine_tenths_on_a_simple_method_answers() {
        try (var twin = opened(builder().budget(Capability.PRICING, TEN_SECONDS))) {
            var decision = price(twin, 10);

            assertThat(decision.work().effort()).isEqualTo(Effort.SIMPLE);
            assertThat(decision.versions().get("forecast")).startsWith("recent-mean/");
            assertThat(decision.versions().get("elasticity")).endsWith("usual");
            assertThat(decision.status()).isNotIn(DecisionStatus.FAILED, DecisionStatus.INSUFFICIENT_DATA);
        }
    }

    @Test
    void when_all_is_spent_what_stands_is_kept_and_the_decision_says_why() {
        try (var twin = opened(builder().budget(Capability.PRICING, TEN_SECONDS))) {
            var decision = price(twin, 11);

            assertThat(decision.status()).isEqualTo(DecisionStatus.OVER_BUDGET);
            assertThat(decision.action()).isEmpty();
            assertThat(decision.reasons())
                    .first()
                    .asString()
                    .isEqualTo("The cost budget of PRICING is spent: nothing was worked out, and what stands is kept");
            assertThat(twin.decisions().explain(decision.id()).orElseThrow().text())
                    .contains("do nothing (over budget", "The cost budget of PRICING is spent", "effort nothing");
        }
    }

    @Test
    void a_markdown_steps_down_as_a_price_does_and_keeps_its_path_as_long_as_any_work_is_done() {
        try (var twin = opened(builder().budget(Capability.PRICING, TEN_SECONDS))) {
            var plans = Stream.generate(() -> markdown(twin)).limit(11).toList();

            assertThat(plans.stream().map(it -> it.decision().work().effort()).distinct())
                    .containsExactly(Effort.FULL, Effort.CACHED, Effort.SIMPLE, Effort.NOTHING);
            var cached = plans.get(7);
            assertThat(cached.decision().work().models())
                    .extracting(ModelOrigin::model)
                    .containsExactly("demand", "elasticity");
            assertThat(cached.path()).isEqualTo(plans.get(0).path());
            var simple = plans.get(9);
            assertThat(simple.decision().versions().get("forecast")).startsWith("recent-mean/");
            assertThat(simple.decision().versions().get("elasticity")).endsWith("usual");
            assertThat(simple.path()).hasSameSizeAs(cached.path());
            var nothing = plans.get(10);
            assertThat(nothing.decision().status()).isEqualTo(DecisionStatus.OVER_BUDGET);
            assertThat(nothing.path()).isEmpty();
        }
    }

    @Test
    void a_forecast_of_yesterday_serves_a_markdown_with_a_day_less() {
        var budget = TEN_SECONDS.withLongestKept(Duration.ofDays(2));
        try (var twin = opened(builder().budget(Capability.PRICING, budget))) {
            var asked = clock.instant();
            markdown(twin);
            clock.advance(Duration.ofDays(1));
            price(twin, 7);

            var decision = markdown(twin).decision();

            assertThat(decision.work().effort()).isEqualTo(Effort.CACHED);
            assertThat(decision.work().models())
                    .anyMatch(it -> it.model().equals("demand") && it.asOf().equals(asked));
        }
    }

    @Test
    void the_next_hour_begins_with_full_work() {
        try (var twin = opened(builder().budget(Capability.PRICING, TEN_SECONDS))) {
            price(twin, 11);
            clock.advance(Duration.ofHours(1));

            assertThat(price(twin).work().effort()).isEqualTo(Effort.FULL);
        }
    }

    @Test
    void one_capability_does_not_spend_the_budget_of_another() {
        try (var twin =
                opened(builder().budget(Capability.PRICING, TEN_SECONDS).budget(Capability.INVENTORY, TEN_SECONDS))) {
            price(twin, 11);

            assertThat(twin.inventory().recommend(SKU, NODE).work().effort()).isEqualTo(Effort.FULL);
        }
    }

    @Test
    void every_step_is_told_to_the_host_and_stands_in_the_audit_trail() {
        try (var twin = opened(builder().budget(Capability.PRICING, TEN_SECONDS))) {
            price(twin, 11);
            clock.advance(Duration.ofHours(1));
            price(twin);

            assertThat(alerts)
                    .extracting(CostAlert::to)
                    .containsExactly(Effort.CACHED, Effort.SIMPLE, Effort.NOTHING, Effort.FULL);
            try (var lines = twin.audit().lines()) {
                assertThat(lines.filter(it -> it.contains("\"what\":\"cost budget\"")))
                        .hasSize(4)
                        .first()
                        .asString()
                        .contains("PRICING: full > cached, since the budget runs short; 7.00 s of CPU time");
            }
        }
    }

    @Test
    void an_operator_sees_what_is_spent_and_what_that_means() {
        try (var twin = opened(builder().budget(Capability.PRICING, TEN_SECONDS.withModelCalls(100)))) {
            price(twin, 8);

            var report = twin.controls().costs();

            var pricing = report.of(Capability.PRICING).orElseThrow();
            assertThat(pricing.effort()).isEqualTo(Effort.CACHED);
            assertThat(pricing.share()).isEqualTo(.8);
            assertThat(pricing.questions()).isEqualTo(8);
            assertThat(pricing.modelCalls())
                    .as("one forecast, one book of elasticities")
                    .isEqualTo(2);
            assertThat(pricing.keptBytes()).isPositive();
            assertThat(report.reduced()).containsExactly(pricing);
            assertThat(report.toMarkdown()).contains("| PRICING | cached | 80 % | 8.00 s of 10.00 s | 2 of 100 |");
        }
    }

    @Test
    void a_model_too_old_is_worked_out_anew_as_long_as_the_budget_allows_for_it() {
        var budget = TEN_SECONDS.withLongestKept(Duration.ofMinutes(10));
        try (var twin = opened(builder().budget(Capability.PRICING, budget))) {
            price(twin, 7);
            clock.advance(Duration.ofMinutes(11));

            assertThat(price(twin).work().effort()).isEqualTo(Effort.FULL);
        }
    }

    @Test
    void where_no_room_is_left_for_models_the_host_hears_of_it_once() {
        try (var twin =
                opened(builder().budget(Capability.PRICING, CostBudget.perHour().withKeptBytes(1)))) {
            price(twin);
            SHOP.skus().forEach(it -> twin.pricing().recommend(it, CHANNEL));

            assertThat(alerts).singleElement().satisfies(it -> {
                assertThat(it.isStepDown()).isFalse();
                assertThat(it.words()).contains("PRICING: full, since models are given up for lack of room");
            });
        }
    }

    @Test
    void what_ifs_do_full_work_on_nobodys_budget() {
        try (var twin = opened(builder().budget(Capability.PRICING, TEN_SECONDS))) {
            price(twin, 11);
            var before = twin.controls().costs().costs();

            var whatIf =
                    twin.pricing().decider().decide(twin.state(), new PriceQuestion(SKU, CHANNEL, clock.instant()));

            assertThat(whatIf.work().effort()).isEqualTo(Effort.FULL);
            assertThat(twin.controls().costs().costs()).isEqualTo(before);
        }
    }

    @Test
    void a_planner_of_the_hosts_own_does_all_its_work_or_none() {
        try (var twin = opened(builder().budget(Capability.PRICING, TEN_SECONDS).pricing(new Idle()))) {
            assertThat(price(twin, 10).work().effort()).isEqualTo(Effort.FULL);
            assertThat(price(twin).work().effort()).isEqualTo(Effort.NOTHING);
            assertThat(twin.controls()
                            .costs()
                            .of(Capability.PRICING)
                            .orElseThrow()
                            .modelCalls())
                    .as("each plan counts as one")
                    .isEqualTo(10);
        }
    }

    @Test
    void a_listener_that_throws_changes_no_answer() {
        try (var twin = opened(builder().budget(Capability.PRICING, TEN_SECONDS).costAlerts(alert -> {
            throw new IllegalStateException("the pager is off");
        }))) {
            assertThat(price(twin, 8).status()).isNotEqualTo(DecisionStatus.FAILED);
        }
    }

    @Test
    void decisions_of_every_effort_come_out_the_same_from_a_twin_that_has_no_budget() {
        comeOutTheSame(CostBudgetTest::price);
    }

    @Test
    void markdowns_of_every_effort_come_out_the_same_from_a_twin_that_has_no_budget() {
        comeOutTheSame(twin -> markdown(twin).decision());
    }

    private void comeOutTheSame(Function<Twin, Decision<PriceChange>> question) {
        var ids = new ArrayList<DecisionId>();
        var efforts = new ArrayList<Effort>();
        try (var twin =
                opened(durable().budget(Capability.PRICING, TEN_SECONDS).budget(Capability.INVENTORY, TEN_SECONDS))) {
            var later = SHOP.events()
                    .filter(it -> it.header().receivedAt().isAfter(clock.instant()))
                    .limit(24)
                    .toList();
            for (var event : later) {
                clock.advance(Duration.ofMinutes(4));
                twin.accept(event);
                var price = question.apply(twin);
                ids.add(price.id());
                efforts.add(price.work().effort());
                ids.add(twin.inventory().recommend(SKU, NODE).id());
            }
        }

        try (var twin = durable().build()) {
            assertThat(efforts).contains(Effort.values());
            assertThat(twin.decisions().reproduce(ids))
                    .extracting(Reproduction::inWords)
                    .allMatch(it -> it.contains("comes out the same"));
        }
    }

    @Test
    void what_an_earlier_process_spent_is_forgotten() {
        try (var twin = opened(durable().budget(Capability.PRICING, TEN_SECONDS))) {
            price(twin, 11);
        }

        try (var twin = opened(durable().budget(Capability.PRICING, TEN_SECONDS))) {
            assertThat(price(twin).work().effort()).isEqualTo(Effort.FULL);
        }
    }

    @Test
    void a_budget_for_what_answers_no_questions_is_a_mistake() {
        assertThatThrownBy(() -> builder().budget(Capability.FULFILLMENT, TEN_SECONDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FULFILLMENT answers no questions")
                .hasMessageContaining("Maybe PRICING or INVENTORY");
    }

    /** Leaves all prices as they are. */
    private static final class Idle implements PricePlanner {

        @Override
        public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
            return Proposal.insufficient(
                    Capability.PRICING,
                    question.target(),
                    question.asOf(),
                    new Objective("none", ""),
                    List.of(),
                    List.of("nothing is planned"));
        }

        @Override
        public Alternative<PriceChange> score(TwinState state, PriceQuestion question, PriceChange action) {
            return Alternative.of(action, 0);
        }
    }
}
