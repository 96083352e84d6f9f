package dev.storetwin.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The price of one SKU in one channel, read off what its orders paid.
 *
 * <p>How it works: each order votes with the price it paid. The price that most of the first nine votes name stands first. It stands until votes stop
 * naming it: when it was named by a share p of the votes so far, a run of n votes without it would happen by chance with probability (1 - p)^n. A run
 * rarer than one in a thousand, on three days at least, is a change, to the price that most of the run named, from the day of the first of them. So it
 * takes three orders where everybody pays the same, and many where coupons, quantity breaks or a second price list go on beside it. It also
 * changes when another price has four times its votes over the last week and twenty votes. Prices within one per cent are the same; where no two orders of
 * a run paid the same, their median counts.
 */
final class PriceTrack {

    private static final int FIRST_VOTES = 9;
    private static final int FEWEST_DAYS = 3;
    private static final double BY_CHANCE = 0.001;
    private static final int RECENT_VOTES = 20;
    private static final int RECENT_DAYS = 7;
    private static final int LANDSLIDE = 4;
    private static final double SAME = 0.01;

    /** One order's price. */
    record Vote(LocalDate day, BigDecimal price) {}

    /** A price and the day from which it stands. */
    record Change(LocalDate day, BigDecimal price) {}

    private final List<Vote> votes;
    private final List<Change> changes = new ArrayList<>();
    private BigDecimal standing;

    /** Votes since the price stands, without the run that does not name it, and how many of them name it. */
    private int heard;

    private int naming;

    /** Where the run of votes begins that do not name the standing price. */
    private int run;

    /** The first vote of the last days. */
    private int weekAgo;

    private PriceTrack(List<Vote> votes) {
        this.votes = votes;
        this.standing = mostNamed(votes.subList(0, Math.min(FIRST_VOTES, votes.size())));
        changes.add(new Change(votes.get(0).day(), standing));
    }

    /** All changes, oldest first, the first price included; votes come in order of time. */
    static List<Change> changes(List<Vote> votes) {
        if (votes.isEmpty()) {
            return List.of();
        }
        var track = new PriceTrack(votes);
        for (int i = 0; i < votes.size(); i++) {
            track.hear(i);
        }
        return List.copyOf(track.changes);
    }

    private void hear(int vote) {
        if (isSame(votes.get(vote).price(), standing)) {
            naming++;
            heard += vote + 1 - run;
            run = vote + 1;
        } else if (isGivenUp(votes.subList(run, vote + 1))) {
            var voices = votes.subList(run, vote + 1);
            var price = mostNamed(voices);
            change(vote, firstNaming(voices, price), price, voices);
        }
        overrule(vote);
    }

    private boolean isGivenUp(List<Vote> voices) {
        double share = (naming + 1.0) / (heard + 2.0);
        return Math.pow(1 - share, voices.size()) < BY_CHANCE
                && voices.stream().map(Vote::day).distinct().count() >= FEWEST_DAYS;
    }

    private void overrule(int vote) {
        int from = Math.min(vote + 1 - RECENT_VOTES, firstOfLastDays(vote));
        if (from < 0) {
            return;
        }
        var recent = votes.subList(from, vote + 1);
        var price = mostNamed(recent);
        if (!isSame(price, standing) && count(recent, price) >= LANDSLIDE * Math.max(1, count(recent, standing))) {
            change(vote, votes.get(vote).day(), price, recent);
        }
    }

    private int firstOfLastDays(int vote) {
        var day = votes.get(vote).day();
        while (weekAgo < vote && !votes.get(weekAgo).day().isAfter(day.minusDays(RECENT_DAYS))) {
            weekAgo++;
        }
        return weekAgo;
    }

    /** At most one change a day: a second one waits for a vote of a later day. */
    private void change(int vote, LocalDate since, BigDecimal price, List<Vote> voices) {
        var earliest = changes.get(changes.size() - 1).day().plusDays(1);
        if (votes.get(vote).day().isBefore(earliest)) {
            return;
        }
        changes.add(new Change(since.isBefore(earliest) ? earliest : since, price));
        standing = price;
        heard = voices.size();
        naming = count(voices, price);
        run = vote + 1;
    }

    private static LocalDate firstNaming(List<Vote> voices, BigDecimal price) {
        return voices.stream()
                .filter(it -> isSame(it.price(), price))
                .map(Vote::day)
                .findFirst()
                .orElseThrow();
    }

    /** The price with most votes, of equal ones the latest; the lower median where all differ. */
    private static BigDecimal mostNamed(List<Vote> voices) {
        var counts = new LinkedHashMap<BigDecimal, Integer>();
        voices.forEach(it -> counts.merge(it.price(), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        if (most == 1) {
            return voices.stream().map(Vote::price).sorted().toList().get((voices.size() - 1) / 2);
        }
        var prices = voices.stream()
                .map(Vote::price)
                .filter(it -> counts.getOrDefault(it, 0) == most)
                .toList();
        return prices.get(prices.size() - 1);
    }

    private static int count(List<Vote> voices, BigDecimal price) {
        return (int) voices.stream().filter(it -> isSame(it.price(), price)).count();
    }

    private static boolean isSame(BigDecimal price, BigDecimal other) {
        return Math.abs(price.doubleValue() / other.doubleValue() - 1) <= SAME;
    }
}
