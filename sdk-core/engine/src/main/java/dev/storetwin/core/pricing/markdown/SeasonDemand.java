package dev.storetwin.core.pricing.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * What shoppers want in each period at each rung of a ladder of prices. Periods and rungs count from 0; rung 0 is the highest price.
 *
 * @param table for each period one entry per rung
 */
public record SeasonDemand(List<List<UnitChances>> table) {

    public SeasonDemand {
        table = table.stream().map(List::copyOf).toList();
        if (table.stream().map(List::size).distinct().count() > 1) {
            throw new IllegalArgumentException("Every period needs demand at the same number of prices.");
        }
    }

    /**
     * A path of mean demand times an answer to price, in negative binomial counts.
     *
     * @param means      units wanted in each period at a price that is answered by 1
     * @param answers    by which demand is multiplied at each rung
     * @param dispersion variance over mean, of every period at every price: 1 for Poisson
     */
    public static SeasonDemand of(List<Double> means, List<Double> answers, double dispersion) {
        if (!(dispersion >= 1 && dispersion < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("""
                    dispersion (%s) must be at least 1 and finite: it is variance over mean.
                    Maybe the size of a negative binomial was given.""".formatted(dispersion));
        }
        var table = new ArrayList<List<UnitChances>>();
        for (double mean : means) {
            table.add(answers.stream()
                    .map(it -> UnitChances.negativeBinomial(mean * it, mean * it * dispersion))
                    .toList());
        }
        return new SeasonDemand(table);
    }

    public int periods() {
        return table.size();
    }

    public UnitChances at(int period, int rung) {
        return table.get(period).get(rung);
    }

    /** The same demand counted in steps of several units. */
    public SeasonDemand inSteps(int size) {
        return size == 1
                ? this
                : new SeasonDemand(table.stream()
                        .map(period ->
                                period.stream().map(it -> it.inSteps(size)).toList())
                        .toList());
    }

    /** Demand of which nobody knows in any period which of several worlds it comes from. */
    static SeasonDemand mixed(List<SeasonDemand> worlds, List<Double> chances) {
        var table = new ArrayList<List<UnitChances>>();
        for (int period = 0; period < worlds.get(0).periods(); period++) {
            int each = period;
            var rungs = new ArrayList<UnitChances>();
            for (int rung = 0; rung < worlds.get(0).table.get(period).size(); rung++) {
                int one = rung;
                rungs.add(UnitChances.mixed(
                        worlds.stream().map(it -> it.at(each, one)).toList(), chances));
            }
            table.add(rungs);
        }
        return new SeasonDemand(table);
    }

    boolean hasRungs(int count) {
        return table.stream().allMatch(it -> it.size() == count);
    }
}
