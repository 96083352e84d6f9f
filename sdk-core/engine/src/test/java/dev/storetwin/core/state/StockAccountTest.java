package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.state.StockEntry.Measure;
import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** A stock account answers as if it took all entries in order of time, however they came. */
@PropertyDefaults(tries = 200)
class StockAccountTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    @Provide
    Arbitrary<List<StockEntry>> entries() {
        var moments = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 20).map(it -> it * 60_000_000_000L),
                Arbitraries.longs().between(0, 1_000_000_000_000L));
        var quantities = Arbitraries.oneOf(
                Arbitraries.longs().between(-9, 9).map(it -> it * 1_000),
                Arbitraries.longs().between(-5_000, 5_000));
        var versions = Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs());
        return Combinators.combine(
                        moments, Arbitraries.of(Bucket.class), Arbitraries.of(Measure.class), quantities, versions)
                .as((since, bucket, measure, quantity, version) -> {
                    long nanos = EpochNanos.nanos(START) + since;
                    long own = version == 0 ? EpochNanos.version(nanos) : version;
                    return new StockEntry(nanos, bucket, measure, quantity, own);
                })
                .list()
                .ofMaxSize(300);
    }

    private static StockAccount with(StockAccount account, List<StockEntry> entries, int sign) {
        var editor = new StockAccount.Editor(account);
        entries.forEach(it -> editor.add(it, sign));
        return editor.done(new ByteWriter());
    }

    private static StockAccount of(List<StockEntry> entries) {
        return with(StockAccount.EMPTY, entries, 1);
    }

    @Property
    void keeps_every_entry_in_order(@ForAll("entries") List<StockEntry> entries) {
        var sorted = entries.stream().sorted().toList();

        assertThat(of(entries).entries()).isEqualTo(sorted);
    }

    @Property
    void arrival_and_mistakes_that_were_taken_back_do_not_matter_to_the_byte(
            @ForAll("entries") List<StockEntry> entries,
            @ForAll("entries") List<StockEntry> mistakes,
            @ForAll Random chance) {
        var all = new ArrayList<>(entries);
        all.addAll(mistakes);
        Collections.shuffle(all, chance);
        int cut = chance.nextInt(all.size() + 1);

        var rough = with(with(of(all.subList(0, cut)), all.subList(cut, all.size()), 1), mistakes, -1);

        assertThat(rough).usingRecursiveComparison().isEqualTo(of(entries));
    }

    @Property
    void a_level_is_the_fold_of_all_entries_up_to_its_moment(
            @ForAll("entries") List<StockEntry> entries, @ForAll Random chance) {
        var account = of(entries);
        var moment = START.plusNanos((long) (chance.nextDouble() * 1.1e12));
        var level = new StockAccount.Level();
        entries.stream().sorted().filter(it -> !it.at().isAfter(moment)).forEach(level::take);

        for (var bucket : Bucket.values()) {
            assertThat(account.level(bucket, moment)).isEqualTo(level.of(bucket));
            assertThat(account.level(bucket)).isEqualTo(account.level(bucket, Instant.MAX));
            assertThat(account.level(bucket, Instant.MIN)).isEqualTo(Quantity.ZERO);
        }
    }

    /** An order that a node ships, in whole units, maybe after it came to the node that had none before. */
    private record Order(long placed, long shipped, long units, boolean isRouted) {

        List<StockLine> lines() {
            var reserved = moved(placed, Bucket.RESERVED, units);
            var lines = new ArrayList<StockLine>(List.of(
                    reserved, moved(shipped, Bucket.SELLABLE, -units), moved(shipped, Bucket.RESERVED, -units)));
            if (isRouted) {
                lines.add(new Routing(reserved, EpochNanos.nanos(START.plusSeconds(shipped))));
            }
            return lines;
        }

        private static StockEntry moved(long second, Bucket bucket, long units) {
            long nanos = EpochNanos.nanos(START.plusSeconds(second));
            return new StockEntry(nanos, bucket, Measure.MOVED, units * 1_000, EpochNanos.version(nanos));
        }
    }

    @Provide
    Arbitrary<List<Order>> orders() {
        var seconds = Arbitraries.longs().between(0, 40_000);
        return Combinators.combine(seconds, seconds, Arbitraries.longs().between(1, 6), Arbitraries.of(true, false))
                .as((placed, waits, units, isRouted) -> new Order(placed, placed + waits, units, isRouted))
                .list()
                .ofMaxSize(150);
    }

    private static StockAccount having(StockAccount account, List<? extends StockLine> lines, int sign) {
        var editor = new StockAccount.Editor(account);
        lines.forEach(it -> editor.add(it, sign));
        return editor.done(new ByteWriter());
    }

    /** Documents come as a whole, and go as a whole: a reservation and how it came are never apart. */
    @Property
    void keeps_orders_among_other_entries_and_how_they_came(
            @ForAll("orders") List<Order> orders,
            @ForAll("orders") List<Order> mistakes,
            @ForAll("entries") List<StockEntry> others,
            @ForAll Random chance) {
        var documents = new ArrayList<List<? extends StockLine>>();
        others.forEach(it -> documents.add(List.of(it)));
        orders.forEach(it -> documents.add(it.lines()));
        var wrong = mistakes.stream().map(Order::lines).toList();
        var all = new ArrayList<>(documents);
        all.addAll(wrong);
        Collections.shuffle(all, chance);
        int cut = chance.nextInt(all.size() + 1);

        var plain = having(StockAccount.EMPTY, flat(documents), 1);
        var half = having(StockAccount.EMPTY, flat(all.subList(0, cut)), 1);
        var rough = having(having(half, flat(all.subList(cut, all.size())), 1), flat(wrong), -1);

        var sorted = flat(documents).stream().sorted().toList();
        assertThat(plain.entries())
                .isEqualTo(sorted.stream().filter(StockEntry.class::isInstance).toList());
        assertThat(plain.routings())
                .isEqualTo(sorted.stream().filter(Routing.class::isInstance).toList());
        assertThat(rough).usingRecursiveComparison().isEqualTo(plain);
    }

    private static List<StockLine> flat(List<? extends List<? extends StockLine>> documents) {
        var lines = new ArrayList<StockLine>();
        documents.forEach(lines::addAll);
        return lines;
    }

    @Property
    void a_reservation_is_awaited_from_its_order_until_it_came(
            @ForAll("orders") List<Order> orders, @ForAll Random chance) {
        var lines = orders.stream().flatMap(it -> it.lines().stream()).toList();
        long nanos = EpochNanos.nanos(START.plusSeconds(chance.nextInt(80_000)));
        var awaited = new ArrayList<Routing>();

        having(StockAccount.EMPTY, lines, 1).forEachAwaited(nanos, awaited::add);

        var expected = lines.stream()
                .filter(it ->
                        it instanceof Routing routing && routing.reserved().nanos() <= nanos && nanos < routing.nanos())
                .sorted()
                .toList();
        assertThat(awaited).isEqualTo(expected);
    }

    @Example
    void an_order_that_came_when_it_shipped_takes_few_bytes() {
        var lines = new ArrayList<StockLine>();
        for (int day = 0; day < 16; day++) {
            lines.addAll(new Order(day * 86_400L, day * 86_400L + 90_000, 2, true).lines());
        }
        var account = having(StockAccount.EMPTY, lines, 1);

        assertThat(account.bytes()).isLessThanOrEqualTo(16 * 2 * 4 + 2);
    }

    @Example
    void an_account_never_changes() {
        var first = List.of(new StockEntry(5, Bucket.SELLABLE, Measure.COUNTED_ON_HAND, 3_000, 0));
        var account = of(first);

        with(account, List.of(new StockEntry(6, Bucket.SELLABLE, Measure.MOVED, 2_000, 0)), 1);

        assertThat(account.entries()).isEqualTo(first);
    }

    @Example
    void what_was_never_made_cannot_be_taken_back() {
        var entry = new StockEntry(5, Bucket.SELLABLE, Measure.MOVED, 3_000, 0);

        assertThatThrownBy(() -> with(StockAccount.EMPTY, List.of(entry), -1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never made");
    }
}
