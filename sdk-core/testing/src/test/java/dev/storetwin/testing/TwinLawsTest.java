package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.core.QualityOptions;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ActionFailed;
import dev.storetwin.event.DecisionMade;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Defect;
import dev.storetwin.state.QualityRules;
import dev.storetwin.state.Treatment;
import dev.storetwin.type.Quantity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** Laws that hold at the front door. */
@PropertyDefaults(tries = 60, edgeCases = EdgeCasesMode.NONE)
class TwinLawsTest {

    @Provide
    Arbitrary<List<TwinEvent>> streams() {
        return Story.correctedStreams();
    }

    private static Twin twin() {
        return StoreTwin.builder()
                .zone(ZoneId.of("Europe/Berlin"))
                .clock(Clock.fixed(Instant.parse("2025-04-05T10:00:00Z"), ZoneOffset.UTC))
                .build();
    }

    private static List<String> dump(Twin twin) {
        return StateDump.of(twin.state(), Town.subjects());
    }

    @Property
    void loading_history_is_accepting_its_events_one_by_one(
            @ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var delivered = Delivery.shaken(events, chance);
        var loaded = twin();
        var live = twin();

        var report = loaded.load(delivered.stream());
        var answers = delivered.stream().map(live::accept).toList();

        assertThat(dump(loaded)).isEqualTo(dump(live));
        assertThat(loaded.state().revision()).isEqualTo(live.state().revision());
        assertThat(report.accepted()).isEqualTo(count(answers, Acceptance.Accepted.class));
        assertThat(report.duplicates()).isEqualTo(count(answers, Acceptance.Duplicate.class));
        assertThat(report.stale()).isEqualTo(count(answers, Acceptance.Stale.class));
    }

    private static long count(List<Acceptance> answers, Class<? extends Acceptance> kind) {
        return answers.stream().filter(kind::isInstance).count();
    }

    @Property
    void live_events_may_overlap_with_the_history_they_follow(
            @ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var delivered = Delivery.shaken(events, chance);
        int seam = chance.nextInt(delivered.size() + 1);
        int overlap = chance.nextInt(seam + 1);
        var twin = twin();

        twin.load(delivered.subList(0, seam).stream());
        delivered.subList(seam - overlap, delivered.size()).forEach(twin::accept);

        assertThat(dump(twin)).isEqualTo(StateDump.of(Delivery.plain(told(events)), Town.subjects()));
    }

    /** Words of operators are not taken from a stream of events. */
    private static List<TwinEvent> told(List<TwinEvent> events) {
        return events.stream()
                .filter(it -> !(it instanceof TwinAct)
                        || it instanceof DecisionMade
                        || it instanceof ActionApplied
                        || it instanceof ActionFailed)
                .toList();
    }

    @Example
    void a_number_that_cannot_be_true_is_quarantined_alone_and_no_view_breaks_on_it() {
        var events = new ArrayList<TwinEvent>();
        for (int i = 0; i < Town.NODES.size(); i++) {
            var absurd = new Quantity(Long.MAX_VALUE - 1);
            events.add(StockCounted.of(Town.SHOP, Town.SKUS.get(0), Town.NODES.get(i), absurd, Town.at(i)));
            events.add(StockCounted.of(Town.SHOP, Town.SKUS.get(1), Town.NODES.get(i), Quantity.of(5), Town.at(i)));
        }
        var trusting = QualityRules.DEFAULT.treating(Defect.ABSURD_NUMBER, Treatment.IGNORE);
        var twin = StoreTwin.builder()
                .quality(QualityOptions.DEFAULT.withRules(trusting))
                .build();

        var report = twin.load(events.stream());

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.quarantined()).containsOnly(Map.entry(Defect.TOO_LARGE, 2L));
        assertThat(report.reasons().get(Defect.TOO_LARGE)).contains("too large").contains("Maybe");
        assertThat(twin.accept(events.get(0))).isInstanceOf(Acceptance.Quarantined.class);
        assertThat(twin.state().stock().total(Town.SKUS.get(1)).onHand()).isEqualTo(Quantity.of(10));
        assertThat(dump(twin)).isNotEmpty();
    }
}
