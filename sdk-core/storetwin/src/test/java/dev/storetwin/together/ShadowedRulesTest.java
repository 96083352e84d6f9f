package dev.storetwin.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Twin;
import dev.storetwin.core.DecisionArchive;
import dev.storetwin.core.StoreTwinBuilder;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionRange;
import dev.storetwin.decision.ShadowReport;
import dev.storetwin.decision.ShadowReport.Change;
import dev.storetwin.decision.ShadowReport.Ending;
import dev.storetwin.decision.ShadowWatch;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.type.Capability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other rules would have made of the past is seen before they are in force. */
class ShadowedRulesTest {

    private static final RuleSet MILD = LivingShop.rule("no deep cut", "move() < -0.12", "guard.block(\"too deep\")");
    private static final RuleSet STRICT =
            LivingShop.rule("no rise", "move() > 0", "guard.review(\"a rise of {}\", $to)");
    private static final RuleSet BROKEN = LivingShop.rule("broken", "mov() > 0", "guard.block(\"never\")");

    @TempDir
    private Path folder;

    private final LivingShop shop = new LivingShop(.7);

    @Test
    void tells_what_a_twin_that_had_the_other_rules_all_along_decided() {
        try (var twin = builder("mild").guardrails(MILD).build();
                var other = builder("strict").guardrails(STRICT).build()) {
            var made = lived(twin);
            var otherwise = lived(other);

            var report = twin.rules().shadow(STRICT);

            assertThat(report.unjudged()).isEmpty();
            assertThat(report.judged()).isEqualTo(made.size());
            assertThat(report.changes()).extracting(Change::after).isEqualTo(endings(made, otherwise));
            assertThat(report.changes()).hasSizeBetween(3, made.size() - 3);
            assertThat(report.inWords()).contains("would come out otherwise under no rise.drl", "no rise");
            assertThat(twin.rules().shadow(MILD).changes()).isEmpty();
            assertThat(twin.rules().inForce()).contains(MILD);
        }
    }

    @Test
    void a_range_bounds_the_work_whoever_looks_on_may_end_it_and_broken_rules_are_refused() {
        try (var twin = builder("mild").guardrails(MILD).build()) {
            lived(twin);
            var prices = DecisionRange.newest(20).of(Capability.PRICING);
            var heard = new ArrayList<Integer>();

            var whole = twin.rules().shadow(STRICT, prices, ShadowWatch.PATIENT);
            assertThatThrownBy(() -> twin.rules().shadow(BROKEN)).isInstanceOf(RuleSetRefused.class);
            var part = twin.rules().shadow(STRICT, prices, (done, all) -> {
                heard.add(done);
                return done < 5;
            });

            assertThat(whole.judged()).isEqualTo(20);
            assertThat(whole.complete()).isTrue();
            assertThat(part.judged()).isEqualTo(5);
            assertThat(part.complete()).isFalse();
            assertThat(heard).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(whole.changes()).containsAll(part.changes());
        }
    }

    @Test
    void what_cannot_be_made_again_is_told_with_the_reason() {
        try (var twin = builder("").guardrails(MILD).build()) {
            var made = lived(twin);

            var report = twin.rules().shadow(STRICT);

            assertThat(report.judged()).isEqualTo(1);
            assertThat(report.unjudged()).hasSize(made.size() - 1);
            assertThat(report.unjudged())
                    .extracting(ShadowReport.Unjudged::reason)
                    .allMatch(it -> it.contains("is not kept"));
        }
    }

    @Test
    void a_directory_alone_tells_it_too() {
        ShadowReport live;
        try (var twin = builder("mild").guardrails(MILD).build()) {
            lived(twin);
            live = twin.rules().shadow(STRICT);
        }

        try (var archive = DecisionArchive.open(folder.resolve("mild"))) {
            assertThat(archive.shadow(STRICT, DecisionRange.newest(1_000), ShadowWatch.PATIENT))
                    .isEqualTo(live);
        }
    }

    private static List<Ending> endings(List<Decision<?>> made, List<Decision<?>> otherwise) {
        return IntStream.range(0, made.size())
                .filter(it -> !Ending.of(made.get(it)).isSame(Ending.of(otherwise.get(it))))
                .mapToObj(it -> Ending.of(otherwise.get(it)))
                .toList();
    }

    /** @param directory empty for a twin in memory */
    private StoreTwinBuilder builder(String directory) {
        return directory.isEmpty() ? shop.twin() : shop.twin().dataDirectory(folder.resolve(directory));
    }

    /** Asks forty questions while the shop lives. */
    private List<Decision<?>> lived(Twin twin) {
        shop.startAnew();
        return shop.live(twin, 40, () -> {});
    }
}
