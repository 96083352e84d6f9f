package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.StateRoot;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.TwinEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** Wherever documents lie, in the heap, on their way or on disk: nobody can tell by what a state answers. */
@PropertyDefaults(tries = 150, edgeCases = EdgeCasesMode.NONE)
class ArchiveLawsTest {

    @Provide
    Arbitrary<List<TwinEvent>> streams() {
        return Story.correctedStreams();
    }

    private static List<String> dump(ShopState state) {
        return StateDump.of(state, Town.subjects());
    }

    private static List<?> things(ShopState state) {
        var things = new ArrayList<Object>();
        for (var kind : EntityKind.values()) {
            things.addAll(state.things(kind, Town.SHOP));
        }
        return things;
    }

    private static void assertAlike(ShopState state, ShopState expected) {
        assertThat(state.root()).isEqualTo(expected.root());
        assertThat(StateRoot.of(state)).isEqualTo(StateRoot.of(expected));
        assertThat(state.documents().size()).isEqualTo(expected.documents().size());
        assertThat(state.difference(expected).isEmpty()).isTrue();
        assertThat(expected.difference(state).isEmpty()).isTrue();
        assertThat(things(state)).isEqualTo(things(expected));
        assertThat(dump(state)).isEqualTo(dump(expected));
        assertThat(Town.subjects().shoppers())
                .allSatisfy(it -> assertThat(state.customers().documents(it))
                        .isEqualTo(expected.customers().documents(it)));
    }

    @Property
    void it_does_not_matter_where_documents_lie(@ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        try (var attic = new Attic()) {
            var plain = Delivery.empty();
            var filed = Delivery.empty();
            for (var event : Delivery.shaken(events, chance)) {
                var one = plain.after(List.of(event));
                var other = filed.after(List.of(event));
                assertThat(other.answers()).isEqualTo(one.answers());
                plain = one.state();
                filed = attic.moved(other.state(), chance);
            }

            assertAlike(filed, plain);
            assertAlike(attic.emptied(filed), plain);
            assertThat(attic.emptied(filed).documents().freshBytes()).isZero();
        }
    }

    @Property
    void an_image_names_what_lies_on_disk_and_is_the_same_state(
            @ForAll("streams") List<TwinEvent> events, @ForAll("streams") List<TwinEvent> more, @ForAll Random chance) {
        try (var attic = new Attic()) {
            var filed = Delivery.empty();
            for (var event : Delivery.shaken(events, chance)) {
                filed = attic.moved(filed.after(List.of(event)).state(), chance);
            }

            var again = attic.reread(filed);

            assertAlike(again, filed);
            assertThat(again.after(more).answers()).isEqualTo(filed.after(more).answers());
            assertAlike(again.after(more).state(), filed.after(more).state());
        }
    }

    @Property
    void an_old_state_answers_as_before_whatever_is_moved_and_merged_later(
            @ForAll("streams") List<TwinEvent> events, @ForAll("streams") List<TwinEvent> more, @ForAll Random chance) {
        try (var attic = new Attic()) {
            var old = attic.moved(Delivery.plain(events), chance);
            var dump = dump(old);
            var root = old.root();

            var live = old;
            for (var event : Delivery.shaken(more, chance)) {
                live = attic.moved(live.after(List.of(event)).state(), chance);
            }

            assertThat(dump(old)).isEqualTo(dump);
            assertThat(old.root()).isEqualTo(root);
            assertThat(live.difference(old))
                    .isEqualTo(Delivery.plain(events).after(more).state().difference(Delivery.plain(events)));
        }
    }

    @Property(tries = 20)
    void nothing_is_left_open(@ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var attic = new Attic();
        var state = Delivery.empty();
        for (var event : events) {
            state = attic.moved(state.after(List.of(event)).state(), chance);
        }

        attic.close();

        assertThat(attic.disk().openHandles()).isZero();
    }
}
