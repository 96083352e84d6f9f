package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What was kept says the same as what nobody asked about before. */
class InStockDaysTest {

    private static final Source SHOP = Source.of("test");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final int DAYS = 6;

    private final InStockDays kept = new InStockDays();
    private final List<Shelf<NodeId, StockAccount>> stock = List.of(shelf());

    private static Shelf<NodeId, StockAccount> shelf() {
        return Shelf.<NodeId, StockAccount>empty().with(LEIPZIG, StockAccount.EMPTY);
    }

    private static Supplier<boolean[]> never() {
        return () -> {
            throw new AssertionError("It is known already.");
        };
    }

    /** A question: the days from one to before another. */
    private record Stretch(int from, int until) {

        boolean[] of(ShopState state) {
            return state.demand()
                    .sales(MUG, WEB, DAY.plusDays(from), DAY.plusDays(until))
                    .inStock();
        }
    }

    @Property(tries = 300)
    void a_shop_that_is_asked_all_the_time_says_the_same_as_one_that_is_asked_once(
            @ForAll("events") List<TwinEvent> events, @ForAll("stretches") List<Stretch> asked) {
        var live = ShopState.empty(ZoneOffset.UTC, EUR);
        for (int told = 0; told < events.size(); told++) {
            live = live.after(List.of(events.get(told))).state();
            for (var stretch : asked) {
                var fresh = ShopState.empty(ZoneOffset.UTC, EUR)
                        .after(events.subList(0, told + 1))
                        .state();
                assertThat(stretch.of(live)).isEqualTo(stretch.of(fresh));
            }
        }
    }

    @Test
    void a_stretch_that_ends_alike_is_a_part_of_what_is_known() {
        kept.of(MUG, stock, 100, 3, () -> new boolean[] {true, false, true});

        assertThat(kept.of(MUG, stock, 101, 2, never())).containsExactly(false, true);
    }

    @Test
    void a_stretch_that_ends_earlier_is_looked_at() {
        kept.of(MUG, stock, 100, 3, () -> new boolean[] {true, false, true});

        assertThat(kept.of(MUG, stock, 100, 2, () -> new boolean[] {true, true}))
                .containsExactly(true, true);
    }

    @Test
    void stock_that_changed_is_looked_at() {
        kept.of(MUG, stock, 100, 1, () -> new boolean[] {true});

        assertThat(kept.of(MUG, List.of(shelf()), 100, 1, () -> new boolean[] {false}))
                .containsExactly(false);
    }

    @Test
    void whoever_changes_an_answer_changes_no_other() {
        kept.of(MUG, stock, 100, 1, () -> new boolean[] {true})[0] = false;
        kept.of(MUG, stock, 100, 1, never())[0] = false;

        assertThat(kept.of(MUG, stock, 100, 1, never())).containsExactly(true);
    }

    @Provide
    Arbitrary<List<TwinEvent>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS * 24),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 1_000_000))
                .as(InStockDaysTest::event)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static TwinEvent event(int hour, int units, boolean counted, int order) {
        Instant at = DAY.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(3_600L * hour);
        return counted
                ? StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(units), at)
                : OrderPlaced.of(
                        SHOP,
                        OrderId.of("o" + order),
                        WEB,
                        at,
                        OrderLine.of("1", MUG, Quantity.of(units + 1), Money.of("10", EUR), TaxMode.NET));
    }

    @Provide
    Arbitrary<List<Stretch>> stretches() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(1, DAYS))
                .as((from, days) -> new Stretch(from, from + days))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
