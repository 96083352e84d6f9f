package dev.storetwin.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.audit.OutcomeWindow;
import dev.storetwin.core.DecisionArchive;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.StoreTwinBuilder;
import dev.storetwin.core.random.Draws;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.CostBudget;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.DegradeLadder;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Effort;
import dev.storetwin.testing.SettableClock;
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

    private static final SyntheticShop SHOP = SyntheticShop.small(5);
    private static final Actor OWNER = new Actor(Role.MERCHANT, "owner");
    private static final RuleSet DEEP = rules("no deep cut", "move() < -0.12", "guard.block(\"too deep\")");
    private static final RuleSet RISE = rules("no rise", "move() > 0", "guard.review(\"a rise of {}\", $to)");

    private static RuleSet rules(String name, String condition, String consequence) {
        return RuleSet.of(name + ".drl", """
                package rules

                import dev.storetwin.guardrail.*
                import dev.storetwin.pricing.PriceChange

                global Guard guard

                rule "%s"
                when
                    PriceChange($to : to, %s)
                then
                    %s;
                end
                """.formatted(name, condition, consequence));
    }

    @TempDir
    private Path folder;

    private final SettableClock clock =
            SettableClock.at(SHOP.from().atStartOfDay(SHOP.zone()).toInstant());

    @Test
    void two_hundred_decisions_of_a_replay_come_out_the_same_after_a_restart() {
        var ids = new ArrayList<DecisionId>();
        try (var twin = builder().guardrails(DEEP).build()) {
            ids.addAll(lived(twin, 200));
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
        var slow = rules(
                "slow",
                "move() > 0) Standing(alternatives > 1) Figure(name == \"units_sum_28d\", value < 1e9",
                "guard.review(\"slow\")");
        DecisionId off;
        DecisionId looked;
        try (var twin = builder().guardrails(slow).build()) {
            var half = SHOP.events().limit(SHOP.events().count() / 2).toList();
            moveClock(half);
            twin.load(half.stream());
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
            moveClock(early);
            twin.load(early.stream());
            var sku = SHOP.skus().get(0);
            var channel = SHOP.channels().get(0);
            var decision = twin.pricing().recommend(sku, channel);
            moveClock(events);
            twin.load(events.stream());

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
            moveClock(early);
            twin.load(early.stream());
            var decision =
                    twin.pricing().recommend(SHOP.skus().get(0), SHOP.channels().get(0));
            moveClock(events);
            twin.load(events.stream());
            return decision.id();
        }
    }

    private StoreTwinBuilder builder() {
        return StoreTwin.builder()
                .zone(SHOP.zone())
                .currency(SHOP.currency())
                .clock(clock)
                .seed(7)
                .dataDirectory(folder)
                .exploration(new Exploration(.3))
                .limits(List.of(new Limit("weekly budget", "*", Money.of(5_000, SHOP.currency()))));
    }

    /** Asks a question here and there while the shop lives, and changes the rules on the way. */
    private List<DecisionId> lived(Twin twin, int questions) {
        var events = SHOP.events().toList();
        int step = events.size() / questions;
        var ids = new ArrayList<DecisionId>();
        for (int from = 0; from < events.size(); from += step) {
            var part = events.subList(from, Math.min(events.size(), from + step));
            moveClock(part);
            twin.load(part.stream());
            ids.add(asked(twin, ids.size()).id());
            if (ids.size() == questions / 2) {
                twin.rules().install(RISE, OWNER);
            }
        }
        return ids;
    }

    /** Many questions a day, some of them about what was asked about a day before. */
    private List<DecisionId> livedFast(Twin twin, int days, int questionsADay) {
        var events = SHOP.events().toList();
        int begun = events.size() / 2;
        moveClock(events.subList(0, begun));
        twin.load(events.subList(0, begun).stream());
        var ids = new ArrayList<DecisionId>();
        var noon = clock.instant();
        for (int from = begun; ids.size() < days * questionsADay; from++) {
            var event = events.get(from);
            moveClock(List.of(event));
            twin.accept(event);
            if (clock.instant().isAfter(noon)) {
                noon = noon.plus(Duration.ofDays(1).dividedBy(questionsADay));
                ids.add(asked(twin, ids.size()).id());
            }
        }
        return ids;
    }

    private void moveClock(List<TwinEvent> part) {
        var last = part.get(part.size() - 1).header().receivedAt();
        if (last.isAfter(clock.instant())) {
            clock.set(last);
        }
    }

    private static Decision<?> asked(Twin twin, int question) {
        var draw = Draws.of(3).keyed("question", "", question);
        var sku = SHOP.skus().get(draw.nextInt(SHOP.skus().size()));
        return draw.nextBoolean(.5)
                ? twin.pricing().recommend(sku, SHOP.channels().get(draw.nextInt(2)))
                : twin.inventory().recommend(sku, SHOP.nodes().get(draw.nextInt(2)));
    }
}
