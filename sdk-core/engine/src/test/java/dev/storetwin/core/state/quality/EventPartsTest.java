package dev.storetwin.core.state.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventPartsTest {

    /** What they name they define or remove. */
    private static final Set<Class<?>> DEFINITIONS =
            Set.of(VariantUpserted.class, VariantRemoved.class, NodeChanged.class, ChannelDefined.class);

    static Stream<Class<?>> kinds() {
        return FullEvents.kinds().filter(it -> !TwinAct.class.isAssignableFrom(it));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_number_every_word_and_every_reference_of_an_event_is_told(Class<?> kind) {
        var events = new FullEvents();
        var event = events.of(kind);
        var heard = new Listener();

        EventParts.tell(event, heard);

        var expected = events.values().stream()
                .filter(it -> isTold(it) && !(DEFINITIONS.contains(kind) && isName(it)))
                .toList();
        assertThat(heard.parts).containsAll(expected);
    }

    private static boolean isTold(Object value) {
        return isName(value) || value instanceof Quantity || value instanceof Money || value instanceof String;
    }

    private static boolean isName(Object value) {
        return value instanceof Sku || value instanceof NodeId || value instanceof Channel;
    }

    /** Writes down what it hears. */
    private static final class Listener implements PartReader {

        private final List<Object> parts = new ArrayList<>();

        @Override
        public void sku(Sku sku) {
            parts.add(sku);
        }

        @Override
        public void node(NodeId node) {
            parts.add(node);
        }

        @Override
        public void channel(Channel channel) {
            parts.add(channel);
        }

        @Override
        public void line(String id) {
            parts.add(id);
        }

        @Override
        public void text(String what, String words) {
            parts.add(words);
        }

        @Override
        public void ordered(String what, Quantity quantity) {
            parts.add(quantity);
        }

        @Override
        public void moved(String what, Quantity quantity) {
            parts.add(quantity);
        }

        @Override
        public void level(String what, Quantity quantity) {
            parts.add(quantity);
        }

        @Override
        public void price(String what, Money money) {
            parts.add(money);
        }

        @Override
        public void money(String what, Money money) {
            parts.add(money);
        }

        @Override
        public void amount(String what, Amount amount) {
            amount.net().ifPresent(parts::add);
            amount.gross().ifPresent(parts::add);
            amount.tax().ifPresent(parts::add);
        }

        @Override
        public void due(String what, Money money) {
            parts.add(money);
        }

        @Override
        public void due(String what, Amount amount) {
            amount(what, amount);
        }
    }
}
