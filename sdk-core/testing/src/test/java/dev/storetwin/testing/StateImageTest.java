package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.binary.UnsupportedBytes;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.StateImage;
import dev.storetwin.core.state.StateRoot;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.Visit;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.SessionId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class StateImageTest {

    @Provide
    Arbitrary<List<TwinEvent>> streams() {
        return Story.correctedStreams().map(StateImageTest::withViews);
    }

    private static List<TwinEvent> withViews(List<TwinEvent> events) {
        var all = new ArrayList<>(events);
        for (int i = 0; i < events.size(); i++) {
            var sku = Town.SKUS.get(i % Town.SKUS.size());
            var visit = new Visit(SessionId.of("visit-" + i % 3), Optional.empty(), Town.CHANNELS.get(0));
            var header = Town.header(EntityKind.SESSION, "visit-" + i % 3, 7 * i);
            all.add(Delivery.underAnotherId(new ProductViewed(header, visit, sku), "view-" + i));
        }
        return all;
    }

    static byte[] image(ShopState state) {
        try {
            var out = new ByteArrayOutputStream();
            StateImage.write(state, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ShopState read(byte[] image) throws IOException {
        return StateImage.read(new ByteArrayInputStream(image), EventCodec.PLAIN, Workers.CALLER);
    }

    @Property
    void a_state_comes_back_as_it_was(@ForAll("streams") List<TwinEvent> events, @ForAll Random chance)
            throws IOException {
        var state = Delivery.rough(events, chance);

        var again = read(image(state));

        assertThat(StateRoot.of(again)).isEqualTo(StateRoot.of(state));
        assertThat(again.revision()).isEqualTo(state.revision());
        assertThat(StateDump.of(again, Town.subjects())).isEqualTo(StateDump.of(state, Town.subjects()));
        assertThat(image(again)).isEqualTo(image(state));
    }

    @Property
    void a_state_that_came_back_goes_on_as_if_nothing_had_been(
            @ForAll("streams") List<TwinEvent> before, @ForAll("streams") List<TwinEvent> after, @ForAll Random chance)
            throws IOException {
        var state = Delivery.rough(before, chance);
        var news = Delivery.shaken(after, chance);

        var one = state.after(news);
        var other = read(image(state)).after(news);

        assertThat(other.answers()).isEqualTo(one.answers());
        assertThat(other.kept()).isEqualTo(one.kept());
        assertThat(StateRoot.of(other.state())).isEqualTo(StateRoot.of(one.state()));
    }

    @Property
    void views_that_were_counted_are_still_recognised(@ForAll("streams") List<TwinEvent> events) throws IOException {
        var again = read(image(Delivery.plain(events)));

        assertThat(again.after(events).answers()).allMatch(Acceptance.Duplicate.class::isInstance);
    }

    @Property
    void the_root_does_not_tell_in_which_order_events_came(
            @ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var one = Delivery.plain(events);

        assertThat(StateRoot.of(Delivery.rough(events, chance))).isEqualTo(StateRoot.of(one));
        assertThat(StateRoot.of(Delivery.plain(events.subList(1, events.size()))))
                .isNotEqualTo(StateRoot.of(one));
    }

    @Property
    void a_damaged_image_is_refused(@ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var image = image(Delivery.plain(events));
        var flipped = image.clone();
        flipped[12 + chance.nextInt(image.length - 12)] ^= (byte) (1 << chance.nextInt(8));
        var cut = java.util.Arrays.copyOf(image, chance.nextInt(image.length));

        assertThatThrownBy(() -> read(flipped)).isInstanceOf(IOException.class).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class).hasMessageContaining("Maybe");
    }

    @Test
    void an_image_of_a_newer_format_is_refused_by_name() {
        var image = image(Delivery.empty());
        image[11] = 9;

        assertThatThrownBy(() -> read(image))
                .isInstanceOf(UnsupportedBytes.class)
                .hasMessageContaining("format 9")
                .hasMessageContaining("newer version");
    }
}
