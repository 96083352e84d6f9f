package dev.storetwin.csv;

import dev.storetwin.csv.PriceTrack.Vote;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TaxMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The price history of every SKU and channel, read off order lines.
 *
 * <p>Only lines of at most the SKU's median quantity have a vote: larger ones are paid at quantity breaks. An order votes once for each price it paid.
 */
final class LinePrices {

    private final SortedLines lines;
    private final LineTable table;
    private final TransactionSettings settings;

    LinePrices(SortedLines lines, TransactionSettings settings) {
        this.lines = lines;
        this.table = lines.table();
        this.settings = settings;
    }

    /** One event per change, SKU by SKU in order of first appearance. */
    Stream<PriceChanged> events() {
        var groups = new TreeMap<Long, LineList>();
        for (int line : lines.inTime()) {
            if (lines.is(Treatment.SALE, line) && table.isPriced(line)) {
                long key = ((long) table.sku(line) << 32) | table.channel(line);
                groups.computeIfAbsent(key, it -> new LineList()).add(line);
            }
        }
        return groups.entrySet().stream().flatMap(this::events);
    }

    private Stream<PriceChanged> events(Map.Entry<Long, LineList> group) {
        var sku = Sku.of(table.skus.word((int) (group.getKey() >> 32)));
        var channel = Channel.of(table.channels.word((int) (long) group.getKey()));
        return PriceTrack.changes(votes(group.getValue())).stream().map(it -> event(sku, channel, it));
    }

    private PriceChanged event(Sku sku, Channel channel, PriceTrack.Change change) {
        var at = change.day().atStartOfDay(settings.zone()).toInstant();
        var header = EventHeader.of(settings.source(), EntityKind.PRICE, sku + "@" + channel + "@" + at, at);
        var price = new Money(change.price(), settings.currency());
        return new PriceChanged(header, sku, channel, price, Optional.empty(), TaxMode.UNKNOWN);
    }

    private List<Vote> votes(LineList group) {
        long most = medianQuantity(group);
        var votes = new ArrayList<Vote>();
        var cast = new HashSet<Ballot>();
        for (int i = 0; i < group.size(); i++) {
            int line = group.get(i);
            var price = table.price(line).orElseThrow();
            if (table.quantity(line) <= most && cast.add(new Ballot(table.order(line), price))) {
                votes.add(new Vote(lines.day(line), price));
            }
        }
        return votes;
    }

    private record Ballot(int order, BigDecimal price) {}

    private long medianQuantity(LineList group) {
        var quantities = IntStream.range(0, group.size())
                .mapToLong(it -> table.quantity(group.get(it)))
                .toArray();
        Arrays.sort(quantities);
        return quantities[(quantities.length - 1) / 2];
    }
}
