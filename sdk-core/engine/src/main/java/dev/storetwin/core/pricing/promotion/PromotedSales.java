package dev.storetwin.core.pricing.promotion;

import java.util.List;

/**
 * What one thing sold period by period, when it could be bought, and when it was promoted. All things of a panel have the same periods.
 */
public final class PromotedSales {

    private final String name;
    private final String category;
    private final double[] units;
    private final boolean[] usable;
    private final List<Span> promotions;
    private final boolean[] promoted;

    /**
     * @param category   of its like; empty where not known, then it has no like
     * @param units      per period
     * @param usable     periods in which it was on offer and in stock
     * @param promotions when it was promoted, in any order; they may meet
     */
    public PromotedSales(String name, String category, double[] units, boolean[] usable, List<Span> promotions) {
        if (units.length != usable.length) {
            throw new IllegalArgumentException(
                    "%s has units of %d periods and stock of %d.\nMaybe one of them ends a period earlier."
                            .formatted(name, units.length, usable.length));
        }
        this.name = name;
        this.category = category;
        this.units = units.clone();
        this.usable = usable.clone();
        this.promotions = List.copyOf(promotions);
        this.promoted = new boolean[units.length];
        for (var promotion : promotions) {
            for (int t = Math.max(0, promotion.from()); t < Math.min(units.length, promotion.until()); t++) {
                promoted[t] = true;
            }
        }
    }

    public String name() {
        return name;
    }

    public String category() {
        return category;
    }

    public List<Span> promotions() {
        return promotions;
    }

    public int periods() {
        return units.length;
    }

    double units(int period) {
        return units[period];
    }

    boolean isUsable(int period) {
        return usable[period];
    }

    boolean isPromoted(int period) {
        return promoted[period];
    }

    /** It could be bought and nothing was done for it. */
    boolean isOrdinary(int period) {
        return usable[period] && !promoted[period];
    }

    /** Mean units of an ordinary period; 0 when there is none. */
    double ordinaryMean() {
        double sum = 0;
        int periods = 0;
        for (int t = 0; t < units.length; t++) {
            sum += isOrdinary(t) ? units[t] : 0;
            periods += isOrdinary(t) ? 1 : 0;
        }
        return periods == 0 ? 0 : sum / periods;
    }

    boolean isUnpromotedIn(Span span) {
        return promotions.stream().noneMatch(span::meets);
    }
}
