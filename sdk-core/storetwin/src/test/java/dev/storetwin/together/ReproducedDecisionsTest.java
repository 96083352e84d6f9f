package dev.storetwin.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.audit.OutcomeWindow;
import dev.storetwin.core.DecisionArchive;
import dev.storetwin.core.StoreTwinBuilder;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.CostBudget;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.DegradeLadder;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Effort;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was decided while a shop lived comes out the same when it is asked for again. */
class ReproducedDecisionsTest {

    private static final SyntheticShop SHOP = LivingShop.SHOP;
    private static final Actor OWNER = new Actor(Role.MERCHANT, "owner");
    private static final RuleSet DEEP = LivingShop.rule("no deep cut", "move() < -0.12", "guard.block(\"too deep\")");
    private static final RuleSet RISE = LivingShop.rule("no rise", "move() > 0", "guard.review(\"a rise of {}\", $to)");

    @TempDir
    private Path folder;

    private final LivingShop shop = new LivingShop(.5);

    @Test
    void two_hundred_decisions_of_a_replay_come_out_the_same_after_a_restart() {
        var ids = new ArrayList<DecisionId>();
        try (var twin = builder().guardrails(DEEP).build()) {
            shop.live(twin, 200, () -> twin.rules().install(RISE, OWNER)).forEach(it -> ids.add(it.id()));
        }

        try (var twin = builder().guardrails(RISE).build()) {
            var answers = twin.decisions().reproduce(ids);

            assertThat(ids).hasSizeGreaterThanOrEqualTo(200);
            assertThat(answers)
                    .filteredOn(it -> !it.isIdentical())
                    .extracting(Reproduction::inWords)
                    .isEmpty();
        }
    }

    @Test
    void what_was_decided_with_less_work_for_want_of_budget_comes_out_the_same_from_the_directory_alone() {
        var budget = CostBudget.perDay().withLongestKept(Duration.ofDays(10)).withLadder(new DegradeLadder(.1, .6, 1));
        var ids = new ArrayList<DecisionId>();
        try (var twin = builder()
                .guardrails(DEEP)
                .budget(Capability.PRICING, budget.withModelCalls(8))
                .budget(Capability.INVENTORY, budget.withModelCalls(4))
                .build()) {
            livedFast(twin, 20, 30).forEach(ids::add);
        }

        try (var archive = DecisionArchive.open(folder)) {
            var answers = archive.reproduce(ids);

            assertThat(answers)
                    .filteredOn(it -> !it.isIdentical())
                    .extracting(Reproduction::inWords)
                    .isEmpty();
            for (var capability : List.of(Capability.PRICING, Capability.INVENTORY)) {
                assertThat(ids.stream()
                                .map(it -> archive.find(it).orElseThrow().decision())
                                .filter(it -> it.capability() == capability)
                                .map(it -> it.work().effort()))
                        .contains(Effort.FULL, Effort.CACHED, Effort.SIMPLE);
            }
        }
    }

    @Test
    void a_directory_alone_reproduces_what_was_decided_under_options_that_changed_since() {
        var id = onceDecided(builder());
        builder().seed(8).exploration(Exploration.NONE).build().close();

        try (var archive = DecisionArchive.open(folder)) {
            assertThat(archive.reproduce(id).inWords()).contains("comes out the same");
            assertThat(archive.ids()).containsExactly(id);
        }
    }

    @Test
    void what_was_decided_where_the_twin_is_off_and_by_rules_that_look_at_features_comes_out_the_same() {
        var slow = LivingShop.rule(
                "slow",
                "move() > 0) Standing(alternatives > 1) Figure(name == \"units_sum_28d\", value < 1e9",
                "guard.review(\"slow\")");
        DecisionId off;
        DecisionId looked;
        try (var twin = builder().guardrails(slow).build()) {
            var half = SHOP.events().limit(SHOP.events().count() / 2).toList();
            shop.tell(twin, half);
            looked = price(twin).id();
            twin.controls().grant(Capability.PRICING, Autonomy.OFF, OWNER);
            off = price(twin).id();
        }

        try (var archive = DecisionArchive.open(folder)) {
            assertThat(archive.find(off).orElseThrow().decision().status()).isEqualTo(DecisionStatus.WITHHELD);
            assertThat(archive.reproduce(List.of(off, looked)))
                    .extracting(Reproduction::inWords)
                    .allMatch(it -> it.contains("comes out the same"));
            assertThat(archive.find(looked).orElseThrow().decision().versions())
                    .containsKeys(
                            "feature:units_sum_28d/1",
                            "forecast",
                            "forecast:data",
                            "elasticity",
                            "pricing",
                            "settings",
                            "rules:slow.drl");
        }
    }

    private static Decision<PriceChange> price(Twin twin) {
        return twin.pricing().recommend(SHOP.skus().get(0), SHOP.channels().get(0));
    }

    @Test
    void a_name_that_is_not_there_has_a_clear_answer() {
        var nobody = DecisionId.of("d-none");
        try (var twin = builder().build()) {
            assertThat(twin.decisions().find(nobody)).isEmpty();
            assertThat(twin.decisions().explain(nobody)).isEmpty();
            assertThat(twin.decisions().outcomes(nobody)).isEmpty();
            assertThat(twin.decisions().reproduce(nobody).inWords()).contains("there is no decision of that name");
        }
    }

    @Test
    void what_the_hosts_own_code_decided_is_not_judged_without_it() {
        Guardrail<PriceChange> own = new Guardrail<>() {
            @Override
            public Class<PriceChange> actions() {
                return PriceChange.class;
            }

            @Override
            public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
                return Ruling.blocked("never", "never");
            }
        };
        var id = onceDecided(builder().guardrail(own));

        try (var archive = DecisionArchive.open(folder)) {
            assertThat(archive.reproduce(id)).isInstanceOf(Reproduction.NotReproducible.class);
            assertThat(archive.reproduce(id).inWords()).contains("other code of the host's");
        }
        try (var twin = builder().guardrail(own).build()) {
            assertThat(twin.decisions().reproduce(id).isIdentical()).isTrue();
        }
    }

    @Test
    void sales_and_margin_are_joined_to_a_decision_by_windows_of_days() {
        try (var twin = builder().build()) {
            var events = SHOP.events().toList();
            var early = events.subList(0, events.size() / 2);
            shop.tell(twin, early);
            var sku = SHOP.skus().get(0);
            var channel = SHOP.channels().get(0);
            var decision = twin.pricing().recommend(sku, channel);
            shop.tell(twin, events);

            var outcomes = twin.decisions().outcomes(decision.id()).orElseThrow();

            assertThat(outcomes.applied()).isFalse();
            assertThat(outcomes.windows()).extracting(OutcomeWindow::days).startsWith(7, 14, 28);
            var month = outcomes.windows().get(2);
            assertThat(month.over()).isTrue();
            assertThat(month.sold())
                    .isEqualTo(twin.state()
                            .demand()
                            .sales(sku, channel, month.from(), month.until())
                            .totalUnits())
                    .isPositive();
            assertThat(month.margin().orElseThrow()).isBetween(0.0, month.revenue());
        }
    }

    private DecisionId onceDecided(StoreTwinBuilder builder) {
        try (var twin = builder.build()) {
            var events = SHOP.events().toList();
            var early = events.subList(0, events.size() / 2);
            shop.tell(twin, early);
            var decision =
                    twin.pricing().recommend(SHOP.skus().get(0), SHOP.channels().get(0));
            shop.tell(twin, events);
            return decision.id();
        }
    }

    private StoreTwinBuilder builder() {
        return shop.twin()
                .dataDirectory(folder)
                .limits(List.of(new Limit("weekly budget", "*", Money.of(5_000, SHOP.currency()))));
    }

    /** Many questions a day, some of them about what was asked about a day before. */
    private List<DecisionId> livedFast(Twin twin, int days, int questionsADay) {
        var events = SHOP.events().toList();
        int begun = events.size() / 2;
        shop.tell(twin, events.subList(0, begun));
        var ids = new ArrayList<DecisionId>();
        var noon = shop.now();
        for (int from = begun; ids.size() < days * questionsADay; from++) {
            shop.tell(twin, events.get(from));
            if (shop.now().isAfter(noon)) {
                noon = noon.plus(Duration.ofDays(1).dividedBy(questionsADay));
                ids.add(shop.ask(twin, ids.size()).id());
            }
        }
        return ids;
    }
}
