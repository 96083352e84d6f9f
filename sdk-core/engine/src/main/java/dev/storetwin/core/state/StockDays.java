package dev.storetwin.core.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * On which days a SKU could be bought all day long, and what could be promised when each ended: the answers of {@link Availability} and
 * {@link ShopStock#availableAt} for many days in one walk.
 *
 * <p>How it works: the entries of all accounts are taken together in order of time, up to the end of the last day. Two levels are carried per
 * account: one from when something is known of it on, which judges whether the SKU is in stock, and one of everything, which tells what can
 * be promised. Reservations without a node count from the last count of what is available on.
 */
final class StockDays {

    private record Step(StockEntry entry, int account) {}

    private final int nodes;
    private final List<Step> steps = new ArrayList<>();
    private final long[] knownFrom;
    private final long[] firstSign;
    private final StockAccount.Level[] judged;
    private final StockAccount.Level[] promised;
    private final long[] reservedAtCount;
    private long since = Long.MAX_VALUE;
    private int taken;
    private boolean counted;

    /**
     * @param accounts   of the nodes
     * @param unassigned reservations without a node
     * @param end        first moment after the days
     */
    StockDays(List<StockAccount> accounts, List<StockAccount> unassigned, long end) {
        nodes = accounts.size();
        int all = nodes + unassigned.size();
        knownFrom = new long[all];
        firstSign = new long[all];
        judged = new StockAccount.Level[all];
        promised = new StockAccount.Level[all];
        reservedAtCount = new long[all];
        long lastCount = Long.MIN_VALUE;
        for (int i = 0; i < all; i++) {
            judged[i] = new StockAccount.Level();
            promised[i] = new StockAccount.Level();
            lastCount = Math.max(lastCount, add((i < nodes ? accounts.get(i) : unassigned.get(i - nodes)), i, end));
        }
        for (int i = nodes; i < all; i++) {
            knownFrom[i] = lastCount == Long.MIN_VALUE ? lastCount : lastCount + 1;
        }
        steps.sort((one, other) -> {
            int byEntry = one.entry().compareTo(other.entry());
            return byEntry != 0 ? byEntry : Integer.compare(one.account(), other.account());
        });
    }

    /** The moment of the last count of what is available in an account. */
    private long add(StockAccount account, int number, long end) {
        long count = Long.MAX_VALUE;
        long arrival = Long.MAX_VALUE;
        long lastCount = Long.MIN_VALUE;
        for (var entry : account.entries()) {
            if (entry.nanos() >= end) {
                break;
            }
            steps.add(new Step(entry, number));
            if (entry.isCount()) {
                count = Math.min(count, entry.nanos());
            } else if (entry.bucket() != Bucket.RESERVED && entry.thousandths() > 0) {
                arrival = Math.min(arrival, entry.nanos());
            }
            lastCount = entry.countsAvailable() ? entry.nanos() : lastCount;
        }
        knownFrom[number] = count != Long.MAX_VALUE ? count : arrival;
        firstSign[number] = Math.min(count, arrival);
        since = Math.min(since, number < nodes ? knownFrom[number] : Long.MAX_VALUE);
        return lastCount;
    }

    /**
     * Fills one cell per day.
     *
     * @param starts  covers the days and the one after them
     * @param inStock 1 when it could be bought all day long
     * @param left    thousandths that could be promised when the day ended; {@code unknown} when nothing was known of it then
     */
    void fill(DayStarts starts, long firstDay, long[] inStock, long[] left, long unknown) {
        for (int day = 0; day < inStock.length; day++) {
            long start = starts.nanos(firstDay + day);
            long end = starts.nanos(firstDay + day + 1);
            through(start);
            boolean available = start < since || isAvailable(start);
            while (taken < steps.size() && steps.get(taken).entry().nanos() < end) {
                long at = steps.get(taken).entry().nanos();
                through(at);
                available &= at < since || isAvailable(at);
            }
            inStock[day] = available ? 1 : 0;
            left[day] = isKnownBefore(end) ? promisable() : unknown;
        }
    }

    private void through(long moment) {
        while (taken < steps.size() && steps.get(taken).entry().nanos() <= moment) {
            takeInstant(steps.get(taken).entry().nanos());
        }
    }

    private void takeInstant(long at) {
        boolean countsNow = false;
        for (; taken < steps.size() && steps.get(taken).entry().nanos() == at; taken++) {
            var entry = steps.get(taken).entry();
            int account = steps.get(taken).account();
            promised[account].take(entry);
            boolean reservedAtNode = entry.bucket() == Bucket.RESERVED && account < nodes;
            if (reservedAtNode || knownFrom[account] <= at) {
                judged[account].take(entry);
            }
            countsNow |= entry.countsAvailable();
        }
        if (countsNow) {
            counted = true;
            for (int i = nodes; i < promised.length; i++) {
                reservedAtCount[i] = promised[i].of(Bucket.RESERVED).thousandths();
            }
        }
    }

    private boolean isAvailable(long now) {
        long available = 0;
        for (int i = 0; i < judged.length; i++) {
            available += knownFrom[i] <= now ? judged[i].available() : 0;
        }
        return available > 0;
    }

    /** Whether anything was counted or had arrived by then, whatever came later. */
    private boolean isKnownBefore(long end) {
        return Arrays.stream(firstSign).anyMatch(it -> it < end);
    }

    private long promisable() {
        long units = 0;
        for (int i = 0; i < nodes; i++) {
            units += promised[i].available();
        }
        for (int i = nodes; i < promised.length; i++) {
            long reserved = promised[i].of(Bucket.RESERVED).thousandths();
            units -= counted ? Math.max(0, reserved - reservedAtCount[i]) : reserved;
        }
        return units;
    }
}
