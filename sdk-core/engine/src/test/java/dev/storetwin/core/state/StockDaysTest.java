package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.state.StockEntry.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Many days in one walk say the same as each day looked at alone. */
class StockDaysTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** The clocks change two days later. */
    private static final LocalDate START = LocalDate.parse("2026-03-27");

    private static final int DAYS = 8;

    @Property(tries = 1_000)
    void a_sku_is_in_stock_when_no_moment_of_its_day_was_without(
            @ForAll("nodes") List<StockAccount> nodes,
            @ForAll("unassigned") List<StockAccount> unassigned,
            @ForAll @IntRange(max = 3) int first,
            @ForAll @IntRange(min = 1, max = 4) int days) {
        var from = START.plusDays(first);
        var end = from.plusDays(days).atStartOfDay(ZONE).toInstant().minusNanos(1);
        var plain = new Availability(upTo(nodes, end), upTo(unassigned, end), ZONE).inStock(from, days);

        long day = from.toEpochDay();
        var starts = DayStarts.of(ZONE).covering(day, day + days + 1);
        var inStock = new long[days];
        new StockDays(entries(nodes), entries(unassigned), starts.nanos(day + days))
                .fill(starts, day, inStock, new long[days], 0);

        for (int i = 0; i < days; i++) {
            assertThat(inStock[i] == 1).as("day %d", i).isEqualTo(plain[i]);
        }
    }

    private static List<StockAccount> upTo(List<StockAccount> accounts, Instant end) {
        return accounts.stream().map(it -> it.upTo(end)).toList();
    }

    private static List<List<StockEntry>> entries(List<StockAccount> accounts) {
        return accounts.stream().map(StockAccount::entries).toList();
    }

    @Provide
    Arbitrary<List<StockAccount>> nodes() {
        return accounts(
                Arbitraries.of(Bucket.class),
                Arbitraries.of(Measure.class),
                Arbitraries.longs().between(-6, 6));
    }

    @Provide
    Arbitrary<List<StockAccount>> unassigned() {
        return accounts(
                Arbitraries.just(Bucket.RESERVED),
                Arbitraries.just(Measure.MOVED),
                Arbitraries.longs().between(-2, 3));
    }

    private static Arbitrary<List<StockAccount>> accounts(
            Arbitrary<Bucket> buckets, Arbitrary<Measure> measures, Arbitrary<Long> units) {
        var start = EpochNanos.nanos(START.atStartOfDay(ZONE).toInstant());
        var hours = Arbitraries.longs().between(-30, DAYS * 24L);
        return Combinators.combine(hours, buckets, measures, units)
                .as((hour, bucket, measure, count) -> {
                    long nanos = start + hour * 3_600_000_000_000L;
                    return new StockEntry(nanos, bucket, measure, count * 1_000, EpochNanos.version(nanos));
                })
                .list()
                .ofMaxSize(25)
                .map(StockDaysTest::account)
                .list()
                .ofMaxSize(2);
    }

    private static StockAccount account(List<StockEntry> entries) {
        var editor = new StockAccount.Editor(StockAccount.EMPTY);
        entries.forEach(it -> editor.add(it, 1));
        return editor.done(new ByteWriter());
    }
}
