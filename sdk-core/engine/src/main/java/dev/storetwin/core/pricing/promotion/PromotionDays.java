package dev.storetwin.core.pricing.promotion;

import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days of a channel that promotions are judged by, as periods of a panel: day 0 is the first. What holds at noon holds for a day.
 */
record PromotionDays(TwinState state, Channel channel, LocalDate from, LocalDate until) {

    private static final int LONGEST = 730;
    private static final double SAME = .8;

    /** Whole days before a moment; empty before there is any. */
    static Optional<PromotionDays> before(TwinState state, Channel channel, Instant asOf) {
        var until = asOf.atZone(state.zone()).toLocalDate();
        return state.demand()
                .firstDay()
                .filter(until::isAfter)
                .map(first -> first.isBefore(until.minusDays(LONGEST)) ? until.minusDays(LONGEST) : first)
                .map(from -> new PromotionDays(state, channel, from, until));
    }

    int days() {
        return (int) (until.toEpochDay() - from.toEpochDay());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(state.zone()).toInstant();
    }

    /** Empty when no day of it is among these. Never shorter than a day. */
    Optional<Span> span(Instant first, Instant end) {
        if (!first.isBefore(start(until)) || !end.isAfter(start(from))) {
            return Optional.empty();
        }
        int begins = first.isBefore(start(from)) ? -1 : firstNoonFrom(first);
        int ends = end.isAfter(start(until)) ? days() + 1 : firstNoonFrom(end);
        return Optional.of(new Span(begins, Math.max(begins + 1, ends)));
    }

    private int firstNoonFrom(Instant moment) {
        var local = moment.atZone(state.zone());
        int day = (int) (local.toLocalDate().toEpochDay() - from.toEpochDay());
        return local.toLocalTime().isAfter(LocalTime.NOON) ? day + 1 : day;
    }

    /** The first moment of a day; the last day has one after it. */
    Instant start(int day) {
        return start(from.plusDays(day));
    }

    /** What one SKU sold. Days before its first sale are not usable. */
    PromotedSales sales(Sku sku, Optional<Span> asked) {
        var history = state.demand().sales(sku, channel, from, until);
        var units = history.units();
        var usable = history.inStock();
        boolean offered = false;
        for (int day = 0; day < units.length; day++) {
            offered |= units[day] > 0;
            units[day] = Math.max(0, units[day]);
            usable[day] &= offered;
        }
        return new PromotedSales(sku.value(), category(sku), units, usable, promotions(sku, asked));
    }

    String category(Sku sku) {
        return state.catalog().variant(sku).flatMap(Variant::category).orElse("");
    }

    /** Campaigns, and times of a crossed-out price that no campaign tells of. The promotion that is asked about counts once. */
    private List<Span> promotions(Sku sku, Optional<Span> asked) {
        var spans = new ArrayList<Span>();
        for (var campaign : state.catalog().promotions(sku, channel)) {
            span(campaign.from(), campaign.until().orElse(Instant.MAX)).ifPresent(spans::add);
        }
        asked.ifPresent(promotion -> {
            spans.stream().filter(it -> isSame(it, promotion)).findFirst().ifPresent(spans::remove);
            spans.add(promotion);
        });
        var reductions = reductions(state.catalog().priceHistory(sku, channel));
        var campaigns = List.copyOf(spans);
        reductions.stream()
                .filter(it -> campaigns.stream().noneMatch(it::meets))
                .forEach(spans::add);
        return spans;
    }

    private static boolean isSame(Span one, Span other) {
        int common = Math.min(one.until(), other.until()) - Math.max(one.from(), other.from());
        return common >= SAME * Math.max(one.length(), other.length());
    }

    private List<Span> reductions(List<PricePoint> history) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < history.size(); i++) {
            var point = history.get(i);
            var end = i + 1 < history.size() ? history.get(i + 1).from() : Instant.MAX;
            boolean reduced = point.compareAt()
                    .filter(it -> it.currency().equals(point.price().currency()))
                    .filter(it -> it.compareTo(point.price()) > 0)
                    .isPresent();
            if (reduced) {
                span(point.from(), end).ifPresent(spans::add);
            }
        }
        return spans;
    }
}
