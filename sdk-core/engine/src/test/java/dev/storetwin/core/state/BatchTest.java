package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch gives one state whoever folds it, and a bad event harms only itself. */
class BatchTest {

    private static final Source SHOP = Source.of("test");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final ExecutorService executor = Executors.newFixedThreadPool(4);

    @AfterEach
    void close() {
        executor.shutdown();
    }

    private static ShopState empty() {
        return ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"));
    }

    private static Sku sku(int number) {
        return Sku.of("SKU-" + number);
    }

    private static TwinEvent event(int number) {
        var sku = sku(number % 700);
        var at = NOON.plusSeconds(number);
        return switch (number % 4) {
            case 0 -> StockCounted.of(SHOP, sku, LEIPZIG, Quantity.of(number % 90), at);
            case 1 -> PriceChanged.of(SHOP, sku, WEB, Money.of("" + (1 + number % 50), "EUR"), at);
            case 2 -> order("o" + number, sku, number % 7 + 1, at);
            default -> OrderCancelled.of(SHOP, OrderId.of("o" + (number - 1)), at, "mistake");
        };
    }

    private static OrderPlaced order(String id, Sku sku, long units, Instant at) {
        var line = OrderLine.of("1", sku, Quantity.of(units), Money.of("10", "EUR"), TaxMode.NET);
        return OrderPlaced.of(SHOP, OrderId.of(id), WEB, at, line);
    }

    @Test
    void any_number_of_threads_gives_the_same_state_and_the_same_answers() {
        var events = new ArrayList<>(
                IntStream.range(0, 5_000).mapToObj(BatchTest::event).toList());
        events.addAll(events.subList(0, 300));

        var alone = empty().after(events);
        var together = empty().after(events, Workers.of(executor, 4));

        assertThat(together.answers()).isEqualTo(alone.answers());
        assertThat(together.kept()).isEqualTo(alone.kept());
        assertThat(together.state().root(Workers.of(executor, 3)))
                .isEqualTo(alone.state().root());
        assertThat(together.state().revision()).isEqualTo(alone.state().revision());
    }

    @Test
    void a_closed_executor_only_makes_the_caller_do_it_all() {
        executor.shutdown();
        var events = IntStream.range(0, 500).mapToObj(BatchTest::event).toList();

        var change = empty().after(events, Workers.of(executor, 4));

        assertThat(change.state().root())
                .isEqualTo(empty().after(events).state().root());
    }

    @Test
    void a_part_that_fails_is_told_to_the_caller() {
        assertThatThrownBy(() -> Workers.of(executor, 3).run(100, part -> {
                    if (part == 57) {
                        throw new IllegalStateException("part 57");
                    }
                }))
                .hasMessage("part 57");
    }

    @Test
    void a_number_that_is_too_large_is_quarantined_alone() {
        var absurd = StockCounted.of(SHOP, sku(1), LEIPZIG, new Quantity(Long.MAX_VALUE - 1), NOON);
        var good = StockCounted.of(SHOP, sku(2), LEIPZIG, Quantity.of(3), NOON);

        var change = empty().after(List.of(good, absurd, order("1", sku(2), 1, NOON)));

        assertThat(change.answers().get(0)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(change.answers().get(1)).isInstanceOf(Acceptance.Quarantined.class);
        assertThat(change.answers().get(2)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(change.kept()).hasSize(2);
        assertThat(change.state().revision()).isEqualTo(2);
    }

    @Test
    void sums_that_overflow_only_together_quarantine_the_one_too_many() {
        var revenue = new Money(new BigDecimal("20000000000000"), Currency.getInstance("EUR"));
        var events = IntStream.range(0, 5)
                .mapToObj(it -> OrderPlaced.of(
                        SHOP,
                        OrderId.of("o" + it),
                        WEB,
                        NOON,
                        OrderLine.of("1", sku(1), Quantity.of(1), revenue, TaxMode.NET)))
                .toList();

        var change = empty().after(events);

        assertThat(change.answers())
                .filteredOn(Acceptance.Quarantined.class::isInstance)
                .isNotEmpty();
        assertThat(change.answers().get(0)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(change.state().revision())
                .isEqualTo(change.answers().stream()
                        .filter(Acceptance.Accepted.class::isInstance)
                        .count());
    }

    @Test
    void an_amendment_tells_what_a_day_looked_like_before() {
        var state = empty().after(List.of(
                        order("1", sku(1), 3, NOON),
                        order("2", sku(1), 2, NOON),
                        OrderCancelled.of(SHOP, OrderId.of("1"), NOON.plusSeconds(86_400), "mistake")))
                .state();
        var amendments = state.amendments(sku(1));

        assertThat(state.demand().sales(sku(1), DAY, DAY.plusDays(1)).totalUnits())
                .isEqualTo(2);
        assertThat(amendments)
                .containsExactly(new Amendment(
                        EpochNanos.nanos(NOON.plusSeconds(86_400)),
                        DAY.toEpochDay(),
                        new Amendment.Amount(-3_000, -300_000, 0)));
    }

    @Test
    void totals_follow_what_comes_and_goes() {
        var first = order("1", sku(1), 3, NOON);
        var second = order("2", sku(2), 3, NOON.plusSeconds(86_400 * 3));
        var cancelled = OrderCancelled.of(SHOP, OrderId.of("2"), NOON.plusSeconds(86_400 * 4), "mistake");

        var both = empty().after(List.of(first, second)).state();
        var one = both.after(List.of(cancelled)).state();

        assertThat(both.demand().lastDay()).contains(DAY.plusDays(3));
        assertThat(both.orders().count()).isEqualTo(2);
        assertThat(both.catalog().skus()).containsExactly(sku(1), sku(2));
        assertThat(one.demand().lastDay()).contains(DAY);
        assertThat(one.demand().firstDay()).contains(DAY);
        assertThat(one.network().channels()).containsExactly(WEB);
    }
}
