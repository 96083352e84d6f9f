package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.state.quality.Inspection;
import dev.storetwin.core.state.quality.Precedents;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Defect;
import dev.storetwin.state.QualityRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** Laws of the look at the door. */
@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class QualityLawsTest {

    @Provide
    Arbitrary<List<TwinEvent>> streams() {
        return Story.correctedStreams();
    }

    @Property
    void no_event_of_a_valid_stream_is_refused(@ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var state = Delivery.empty();
        var inspection = new Inspection(QualityRules.DEFAULT, Precedents.of(state));

        for (var event : Delivery.shaken(events, chance)) {
            inspection.next(Precedents.of(state));
            assertThat(inspection.inspect(event).refusal()).isEmpty();
            state = state.after(List.of(event)).state();
        }
    }

    @Example
    void a_shop_s_history_is_clean_but_for_what_it_never_described() {
        var shop = SyntheticShop.small(7);
        var state = Delivery.empty();
        var inspection = new Inspection(QualityRules.DEFAULT, Precedents.of(state));
        var odd = new ArrayList<String>();

        for (var day : days(shop.events().toList())) {
            inspection.next(Precedents.of(state));
            for (var event : day) {
                var inspected = inspection.inspect(event);
                assertThat(inspected.refusal()).isEmpty();
                inspected.forEachNote(it -> odd.add(it + " of " + event.header().key()));
            }
            state = state.after(day).state();
        }

        assertThat(odd).allMatch(it -> it.startsWith(Defect.UNKNOWN_SKU.name()) || it.startsWith("UNKNOWN_"));
    }

    private static List<List<TwinEvent>> days(List<TwinEvent> events) {
        var days = new ArrayList<List<TwinEvent>>();
        for (int from = 0; from < events.size(); from += 100) {
            days.add(events.subList(from, Math.min(events.size(), from + 100)));
        }
        return days;
    }
}
