package dev.storetwin.core.state;

import dev.storetwin.state.TrafficHistory;
import dev.storetwin.state.TrafficView;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What shoppers did, read from the accounts of each SKU. */
final class ShopTraffic implements TrafficView {

    private static final long ONCE = 1_000;

    private final Names names;

    ShopTraffic(Names names) {
        this.names = names;
    }

    @Override
    public List<Channel> channels(Sku sku) {
        return names.books(sku)
                .flatMap(it -> it.traffic().keys().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public TrafficHistory traffic(Sku sku, Channel channel, LocalDate from, LocalDate until) {
        return history(
                names.books(sku).flatMap(it -> Optional.ofNullable(it.traffic().get(channel)).stream()), from, until);
    }

    @Override
    public TrafficHistory traffic(Sku sku, LocalDate from, LocalDate until) {
        return history(names.books(sku).flatMap(it -> it.traffic().things().stream()), from, until);
    }

    private static TrafficHistory history(Stream<DailyAccount> accounts, LocalDate from, LocalDate until) {
        int days = Math.toIntExact(Math.max(0, until.toEpochDay() - from.toEpochDay()));
        var sums = new DailyAccount.Sums(days);
        accounts.forEach(it -> it.addTo(sums, from.toEpochDay()));
        return new TrafficHistory(from, counts(sums.first), counts(sums.second), counts(sums.third));
    }

    private static long[] counts(long[] thousandths) {
        return Arrays.stream(thousandths).map(it -> it / ONCE).toArray();
    }
}
