package dev.storetwin.core.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * On which days a SKU could be bought all day long, in plain steps: what {@link StockDays} must say too.
 *
 * <p>How it works: the accounts of all nodes are walked together in order of time, and what is available is judged when everything of one
 * instant has happened. A day counts as in stock when it was never judged to be nothing, from its first moment on. A node counts from when
 * anything is known of it; before that of the first node, a SKU counts as in stock. What is reserved without a node counts from the last
 * count of what is available on, since that count has subtracted the earlier ones.
 */
final class Availability {

    private record Step(StockEntry entry, int account) {}

    private final List<StockAccount> accounts;
    private final List<Optional<Instant>> knownFrom;
    private final int nodes;
    private final ZoneId zone;

    /**
     * An account of reservations without a node is known whenever any other is.
     *
     * @param accounts   of the nodes
     * @param unassigned reservations without a node
     */
    Availability(List<StockAccount> accounts, List<StockAccount> unassigned, ZoneId zone) {
        this.accounts = new ArrayList<>(accounts);
        this.accounts.addAll(unassigned);
        this.knownFrom = new ArrayList<>();
        accounts.forEach(it -> knownFrom.add(it.knownFrom()));
        var counted = accounts.stream()
                .flatMap(it -> it.lastAvailableCount().stream())
                .max(Comparator.naturalOrder())
                .map(it -> it.plusNanos(1));
        unassigned.forEach(it -> knownFrom.add(counted.or(() -> Optional.of(Instant.MIN))));
        this.nodes = accounts.size();
        this.zone = zone;
    }

    boolean[] inStock(LocalDate from, int days) {
        var inStock = new boolean[days];
        Arrays.fill(inStock, true);
        var since = accounts.stream().flatMap(it -> it.knownFrom().stream()).min(Comparator.naturalOrder());
        since.ifPresent(it -> mark(inStock, from, it));
        return inStock;
    }

    private void mark(boolean[] inStock, LocalDate from, Instant since) {
        var walk = new Walk();
        for (int day = 0; day < inStock.length; day++) {
            var start = from.plusDays(day).atStartOfDay(zone).toInstant();
            var end = from.plusDays(day + 1L).atStartOfDay(zone).toInstant();
            walk.through(start);
            boolean available = start.isBefore(since) || walk.isAvailable();
            for (var at = walk.next(); at.isBefore(end); at = walk.next()) {
                walk.through(at);
                available &= at.isBefore(since) || walk.isAvailable();
            }
            inStock[day] = available;
        }
    }

    /** All accounts, walked together. */
    private final class Walk {

        private final List<Step> steps = new ArrayList<>();
        private final List<StockAccount.Level> levels = new ArrayList<>();
        private int taken;
        private Instant now = Instant.MIN;

        Walk() {
            for (int i = 0; i < accounts.size(); i++) {
                int account = i;
                levels.add(new StockAccount.Level());
                accounts.get(i).entries().forEach(it -> add(it, account));
            }
            steps.sort(Comparator.comparing(Step::entry).thenComparingInt(Step::account));
        }

        /** What moved before anything was known of a node says nothing of its level; what was reserved there goes on. */
        private void add(StockEntry entry, int account) {
            boolean reservedAtNode = entry.bucket() == Bucket.RESERVED && account < nodes;
            if (reservedAtNode || isKnown(account, entry.at())) {
                steps.add(new Step(entry, account));
            }
        }

        private boolean isKnown(int account, Instant moment) {
            return knownFrom.get(account).filter(it -> !it.isAfter(moment)).isPresent();
        }

        /** The moment of the next entry; the end of time when there is none. */
        Instant next() {
            return taken < steps.size() ? steps.get(taken).entry().at() : Instant.MAX;
        }

        /** Takes everything up to and at a moment. */
        void through(Instant moment) {
            now = moment;
            for (; taken < steps.size() && !steps.get(taken).entry().at().isAfter(moment); taken++) {
                levels.get(steps.get(taken).account()).take(steps.get(taken).entry());
            }
        }

        boolean isAvailable() {
            long available = 0;
            for (int account = 0; account < levels.size(); account++) {
                available += isKnown(account, now) ? levels.get(account).available() : 0;
            }
            return available > 0;
        }
    }
}
