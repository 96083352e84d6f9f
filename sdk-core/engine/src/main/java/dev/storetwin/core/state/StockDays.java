package dev.storetwin.core.state;

import java.util.List;
import java.util.stream.Stream;

/**
 * On which days a SKU could be bought all day long, and what could be promised when each ended, which {@link ShopStock#availableAt} says
 * of one moment.
 *
 * <p>How it works: the entries of all accounts are taken together in order of time, up to the end of the last day, and judged when everything
 * of one instant has happened. A day counts as in stock when it was never judged to be nothing, from its first moment on. Two levels are
 * carried per account: one from when something is known of it on, which judges whether the SKU is in stock, and one of everything, which tells
 * what can be promised; before anything is known of any node, a SKU counts as in stock. Reservations without a node count from the last count
 * of what is available on, since that count has subtracted the earlier ones.
 */
final class StockDays {

    private final int nodes;
    private final StockEntry[][] accounts;
    private final int[] ends;
    private final int[] taken;
    /** The moment of each account's next entry; the end of time when there is none. */
    private final long[] upcoming;

    private final long[] knownFrom;
    private final StockAccount.Level[] judged;
    private final StockAccount.Level[] promised;
    private final long[] reservedAtCount;
    private long since = Long.MAX_VALUE;
    private long firstSign = Long.MAX_VALUE;
    private boolean counted;

    /**
     * @param atNodes    accounts of the nodes, each in order of time
     * @param unassigned reservations without a node
     * @param end        first moment after the days
     */
    StockDays(List<List<StockEntry>> atNodes, List<List<StockEntry>> unassigned, long end) {
        nodes = atNodes.size();
        accounts = Stream.concat(atNodes.stream(), unassigned.stream())
                .map(it -> it.toArray(StockEntry[]::new))
                .toArray(StockEntry[][]::new);
        int all = accounts.length;
        ends = new int[all];
        taken = new int[all];
        upcoming = new long[all];
        knownFrom = new long[all];
        judged = new StockAccount.Level[all];
        promised = new StockAccount.Level[all];
        reservedAtCount = new long[all];
        long lastCount = Long.MIN_VALUE;
        for (int i = 0; i < all; i++) {
            judged[i] = new StockAccount.Level();
            promised[i] = new StockAccount.Level();
            lastCount = Math.max(lastCount, survey(i, end));
            upcoming[i] = momentOfNext(i);
        }
        for (int i = nodes; i < all; i++) {
            knownFrom[i] = lastCount == Long.MIN_VALUE ? lastCount : lastCount + 1;
        }
    }

    /** Notes what is known of an account before the end; gives the moment of the last count of what is available. */
    private long survey(int account, long end) {
        long count = Long.MAX_VALUE;
        long arrival = Long.MAX_VALUE;
        long lastCount = Long.MIN_VALUE;
        for (var entry : accounts[account]) {
            if (entry.nanos() >= end) {
                break;
            }
            ends[account]++;
            if (entry.isCount()) {
                count = Math.min(count, entry.nanos());
            } else if (entry.bucket() != Bucket.RESERVED && entry.thousandths() > 0) {
                arrival = Math.min(arrival, entry.nanos());
            }
            lastCount = entry.countsAvailable() ? entry.nanos() : lastCount;
        }
        knownFrom[account] = count != Long.MAX_VALUE ? count : arrival;
        firstSign = Math.min(firstSign, Math.min(count, arrival));
        since = Math.min(since, account < nodes ? knownFrom[account] : Long.MAX_VALUE);
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
            for (long at = next(); at < end; at = next()) {
                takeInstant(at);
                available &= at < since || isAvailable(at);
            }
            inStock[day] = available ? 1 : 0;
            left[day] = isKnownBefore(end) ? promisable() : unknown;
        }
    }

    /** What can be promised after all of it; {@code unknown} when nothing is known. */
    long leftAtEnd(long unknown) {
        through(Long.MAX_VALUE - 1);
        return isKnownBefore(Long.MAX_VALUE) ? promisable() : unknown;
    }

    private void through(long moment) {
        for (long at = next(); at <= moment && at != Long.MAX_VALUE; at = next()) {
            takeInstant(at);
        }
    }

    /** The moment of the next entry of any account; the end of time when there is none. */
    private long next() {
        long next = Long.MAX_VALUE;
        for (long moment : upcoming) {
            next = Math.min(next, moment);
        }
        return next;
    }

    private long momentOfNext(int account) {
        return taken[account] < ends[account] ? accounts[account][taken[account]].nanos() : Long.MAX_VALUE;
    }

    /** Everything of one instant. An account's levels depend on its own entries alone, so the order of accounts is all the same. */
    private void takeInstant(long at) {
        boolean countsNow = false;
        for (int i = 0; i < upcoming.length; i++) {
            for (; upcoming[i] == at; upcoming[i] = momentOfNext(i)) {
                var entry = accounts[i][taken[i]++];
                promised[i].take(entry);
                if (knownFrom[i] <= at || (entry.bucket() == Bucket.RESERVED && i < nodes)) {
                    judged[i].take(entry);
                }
                countsNow |= entry.countsAvailable();
            }
        }
        if (countsNow) {
            noteReserved();
        }
    }

    private void noteReserved() {
        counted = true;
        for (int i = nodes; i < promised.length; i++) {
            reservedAtCount[i] = promised[i].thousandthsOf(Bucket.RESERVED);
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
        return firstSign < end;
    }

    private long promisable() {
        long units = 0;
        for (int i = 0; i < nodes; i++) {
            units += promised[i].available();
        }
        for (int i = nodes; i < promised.length; i++) {
            long reserved = promised[i].thousandthsOf(Bucket.RESERVED);
            units -= counted ? Math.max(0, reserved - reservedAtCount[i]) : reserved;
        }
        return units;
    }
}
