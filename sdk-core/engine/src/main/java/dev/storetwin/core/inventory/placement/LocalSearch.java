package dev.storetwin.core.inventory.placement;

import org.jspecify.annotations.Nullable;

/** Makes an assignment better by small changes until none helps: shift a customer, swap two, close a site, open one, exchange one for another. */
final class LocalSearch {

    private static final double LEAST = 1e-9;

    private final Numbers numbers;
    private final WorkWatchdog work;
    /** Sites that may be used. */
    private final boolean[] usable;

    LocalSearch(Numbers numbers, WorkWatchdog work, boolean[] usable) {
        this.numbers = numbers;
        this.work = work;
        this.usable = usable;
    }

    Assignment improved(Assignment start) {
        var now = start;
        boolean isBetter = true;
        while (isBetter && !work.isOver()) {
            settle(now);
            isBetter = false;
            for (int j = 0; j < numbers.sites() && !work.isOver(); j++) {
                var changed = now.count[j] > 0 ? closed(now, j) : opened(now, j);
                if (changed != null && changed.weighted() < now.weighted() - LEAST * now.weighted()) {
                    settle(changed);
                    now = changed;
                    isBetter = true;
                }
            }
        }
        return now;
    }

    /** Shifts and swaps. */
    private void settle(Assignment now) {
        boolean isBetter = true;
        while (isBetter && !work.isOver()) {
            isBetter = false;
            for (int i = 0; i < now.site.length; i++) {
                isBetter |= shift(now, i);
            }
            for (int i = 0; i < now.site.length; i++) {
                isBetter |= swap(now, i);
            }
        }
    }

    private boolean shift(Assignment now, int customer) {
        int best = -1;
        double least = -LEAST * Math.abs(numbers.cost()[now.site[customer]][customer]) - LEAST;
        for (int j = 0; j < numbers.sites(); j++) {
            if (usable[j] && j != now.site[customer]) {
                double change = now.shift(customer, j);
                if (change < least) {
                    least = change;
                    best = j;
                }
            }
        }
        work.did(numbers.sites());
        if (best >= 0) {
            now.move(customer, best);
        }
        return best >= 0;
    }

    private boolean swap(Assignment now, int customer) {
        work.did(now.site.length);
        for (int other = customer + 1; other < now.site.length; other++) {
            int at = now.site[customer];
            int there = now.site[other];
            if (at != there && now.swap(customer, other) < -LEAST * (1 + numbers.cost()[at][customer])) {
                now.move(customer, there);
                now.move(other, at);
                return true;
            }
        }
        return false;
    }

    /** Without that site: its customers go one by one to where they cost least more, perhaps to one new site. */
    private @Nullable Assignment closed(Assignment now, int site) {
        Assignment best = null;
        for (int with = -1; with < numbers.sites(); with++) {
            if (with == site || (with >= 0 && (now.count[with] > 0 || !usable[with]))) {
                continue;
            }
            var changed = now.copy();
            boolean isDone = true;
            for (int i = 0; i < changed.site.length && isDone; i++) {
                isDone = changed.site[i] != site || leave(changed, i, with);
            }
            work.did((long) changed.site.length + (long) now.count[site] * numbers.sites());
            if (isDone && (best == null || changed.weighted() < best.weighted())) {
                best = changed;
            }
        }
        return best;
    }

    private boolean leave(Assignment changed, int customer, int with) {
        int from = changed.site[customer];
        int to = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < numbers.sites(); j++) {
            if (j != from && usable[j] && (changed.count[j] > 0 || j == with)) {
                double more = numbers.demand()[customer] <= changed.room(j)
                        ? numbers.cost()[j][customer]
                        : changed.shift(customer, j) + numbers.cost()[from][customer];
                if (more < least) {
                    least = more;
                    to = j;
                }
            }
        }
        if (to >= 0) {
            changed.move(customer, to);
        }
        return to >= 0;
    }

    /** With that site too: those whom it saves most go there while there is room. */
    private @Nullable Assignment opened(Assignment now, int site) {
        if (!usable[site]) {
            return null;
        }
        var changed = now.copy();
        while (true) {
            int best = -1;
            double most = LEAST;
            for (int i = 0; i < changed.site.length; i++) {
                double saving = changed.site[i] == site || numbers.demand()[i] > changed.room(site)
                        ? 0
                        : (numbers.cost()[changed.site[i]][i] - numbers.cost()[site][i])
                                / Math.max(1e-9, numbers.demand()[i]);
                if (saving > most) {
                    most = saving;
                    best = i;
                }
            }
            work.did(changed.site.length);
            if (best < 0) {
                return changed.count[site] > 0 ? changed : null;
            }
            changed.move(best, site);
        }
    }
}
