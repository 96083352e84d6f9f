package dev.storetwin.core.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * On which days a SKU could be bought all day long.
 *
 * <p>How it works: the accounts of all nodes are walked together in order of time; a day counts as in stock when what is available never fell
 * to zero on it. Before anything is known of its stock, a SKU counts as in stock.
 */
final class Availability {

    private record Step(StockEntry entry, int account) {}

    private final List<StockAccount> accounts;
    private final ZoneId zone;

    Availability(List<StockAccount> accounts, ZoneId zone) {
        this.accounts = accounts;
        this.zone = zone;
    }

    boolean[] inStock(LocalDate from, int days) {
        var inStock = new boolean[days];
        Arrays.fill(inStock, true);
        var known = accounts.stream().flatMap(it -> it.knownFrom().stream()).min(Comparator.naturalOrder());
        known.ifPresent(since -> mark(inStock, from, since));
        return inStock;
    }

    private void mark(boolean[] inStock, LocalDate from, Instant since) {
        var levels =
                Stream.generate(StockAccount.Level::new).limit(accounts.size()).toList();
        var steps = steps();
        int next = 0;
        for (int day = 0; day < inStock.length; day++) {
            var end = from.plusDays(day + 1L).atStartOfDay(zone).toInstant();
            boolean available = isAvailable(levels)
                    || from.plusDays(day).atStartOfDay(zone).toInstant().isBefore(since);
            for (; next < steps.size() && steps.get(next).entry().at().isBefore(end); next++) {
                var step = steps.get(next);
                levels.get(step.account()).take(step.entry());
                boolean beforeDay = step.entry().at().atZone(zone).toLocalDate().isBefore(from.plusDays(day));
                available = beforeDay
                        ? isAvailable(levels)
                        : available && (isAvailable(levels) || step.entry().at().isBefore(since));
            }
            inStock[day] = available;
        }
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < accounts.size(); i++) {
            int account = i;
            accounts.get(i).entries().forEach(it -> steps.add(new Step(it, account)));
        }
        steps.sort(Comparator.comparing(Step::entry).thenComparingInt(Step::account));
        return steps;
    }

    private static boolean isAvailable(List<StockAccount.Level> levels) {
        return levels.stream().mapToLong(StockAccount.Level::available).sum() > 0;
    }
}
