package dev.storetwin.state;

import java.time.LocalDate;
import java.util.Arrays;

/** Consecutive days of one SKU: how often it was looked at, put into a cart and taken to the checkout. */
public final class TrafficHistory {

    private final LocalDate start;
    private final long[] views;
    private final long[] carts;
    private final long[] checkouts;

    public TrafficHistory(LocalDate start, long[] views, long[] carts, long[] checkouts) {
        if (views.length != carts.length || views.length != checkouts.length) {
            throw new IllegalArgumentException(
                    "All columns of a history have one length, not %d, %d and %d.\nMaybe one of them ends a day earlier."
                            .formatted(views.length, carts.length, checkouts.length));
        }
        this.start = start;
        this.views = views.clone();
        this.carts = carts.clone();
        this.checkouts = checkouts.clone();
    }

    /** The first day. */
    public LocalDate start() {
        return start;
    }

    /** How many days. */
    public int days() {
        return views.length;
    }

    /** How often its page was looked at, per day. */
    public long[] views() {
        return views.clone();
    }

    /** How often it was put into a cart, or more of it, per day. */
    public long[] carts() {
        return carts.clone();
    }

    /** Checkouts that named it, each on its first day. */
    public long[] checkouts() {
        return checkouts.clone();
    }

    /** Views of all days. */
    public long totalViews() {
        return Arrays.stream(views).sum();
    }

    /** Times that it was put into a cart, of all days. */
    public long totalCarts() {
        return Arrays.stream(carts).sum();
    }

    /** Checkouts of all days. */
    public long totalCheckouts() {
        return Arrays.stream(checkouts).sum();
    }
}
