package dev.storetwin.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.StoreTwinBuilder;
import dev.storetwin.core.random.Draws;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Actor;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Role;
import java.nio.file.Path;
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

                import dev.storetwin.guardrail.Guard
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

    private final SettableClock clock = SettableClock.at(SHOP.from().atStartOfDay(SHOP.zone()).toInstant());

    @Test
    void two_hundred_decisions_of_a_replay_come_out_the_same_after_a_restart() {
        var ids = new ArrayList<DecisionId>();
        try (var twin = builder().guardrails(DEEP).build()) {
            ids.addAll(lived(twin, 200));
        }

        try (var twin = builder().guardrails(RISE).build()) {
            var answers = twin.decisions().reproduce(ids);

            assertThat(ids).hasSizeGreaterThanOrEqualTo(200);
            assertThat(answers).filteredOn(it -> !it.isIdentical()).extracting(Reproduction::inWords).isEmpty();
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
            twin.load(part.stream());
            moveClock(part);
            ids.add(asked(twin, ids.size()).id());
            if (ids.size() == questions / 2) {
                twin.rules().install(RISE, OWNER);
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
