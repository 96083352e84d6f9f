package dev.storetwin.core.pricing.promotion;

import dev.storetwin.core.numeric.Beta;
import dev.storetwin.pricing.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum of findings, and how far it may be off: the same sum at placebo windows, and what it was drawn to.
 *
 * @param value     in units or money
 * @param terms     whose errors are in it
 * @param variance  that comes from elsewhere than from placebo windows
 */
record Blend(double value, List<Term> terms, double variance) {

    private static final double FEWEST_WINDOWS = 8;
    private static final double LEVEL = .975;
    private static final double FEWEST_FREEDOM = 3;
    private static final double WELL_KNOWN = 20;

    Blend {
        terms = List.copyOf(terms);
    }

    record Term(Finding finding, double weight) {}

    static Blend of(Finding finding) {
        return new Blend(finding.units(), List.of(new Term(finding, 1)), finding.unseenVariance(finding.units()));
    }

    /** A finding drawn to the share of the lift that is usual. */
    static Blend of(Finding finding, Finding lift, CommonShare usual) {
        if (!usual.isKnown()) {
            return of(finding);
        }
        double unseen = finding.unseenVariance(usual.mean() * lift.units());
        double own = finding.variance() + unseen;
        double prior = usual.varianceAt(lift);
        double trust = own + prior > 0 ? prior / (own + prior) : 1;
        double other = 1 - trust;
        return new Blend(
                trust * finding.units() + other * usual.mean() * lift.units(),
                List.of(new Term(finding, trust), new Term(lift, other * usual.mean())),
                other * other * prior + trust * trust * unseen);
    }

    Blend times(double factor) {
        var scaled = terms.stream()
                .map(it -> new Term(it.finding(), factor * it.weight()))
                .toList();
        return new Blend(factor * value, scaled, factor * factor * variance);
    }

    Blend plus(Blend other) {
        var all = new ArrayList<>(terms);
        all.addAll(other.terms);
        return new Blend(value + other.value, all, variance + other.variance);
    }

    Blend plus(double constant) {
        return new Blend(value + constant, terms, variance);
    }

    /** With the interval that holds the truth 95 times in 100. */
    Estimate estimate() {
        double margin = Beta.studentQuantile(LEVEL, Math.max(FEWEST_FREEDOM, freedom())) * deviation();
        return Estimate.between(value, value - margin, value + margin);
    }

    /** Of a sum of variances that rest on placebo windows more and less (Satterthwaite 1946); what others tell counts as well known. */
    private double freedom() {
        double sum = variance;
        double squares = variance * variance / WELL_KNOWN;
        for (var term : terms) {
            double part = term.weight() * term.weight() * term.finding().variance();
            sum += part;
            squares += part * part / Math.max(1, term.finding().windows() - 1);
        }
        return squares > 0 ? sum * sum / squares : WELL_KNOWN;
    }

    double deviation() {
        return Math.sqrt(placeboVariance() + variance);
    }

    /** Of the same sum at the placebo windows that every term has; where they are hardly any, as if the terms erred apart. */
    private double placeboVariance() {
        double squares = 0;
        int joint = 0;
        int starts = terms.stream()
                .mapToInt(it -> it.finding().errors().length)
                .min()
                .orElse(0);
        for (int start = 0; start < starts; start++) {
            double error = 0;
            for (var term : terms) {
                error += term.weight() * term.finding().errors()[start];
            }
            if (!Double.isNaN(error)) {
                squares += error * error;
                joint++;
            }
        }
        double apart = terms.stream()
                .mapToDouble(it -> it.weight() * it.weight() * it.finding().variance())
                .sum();
        double longest = terms.stream()
                .mapToDouble(it -> it.finding().startsOfAWindow())
                .max()
                .orElse(1);
        return joint / Math.max(1, longest) < FEWEST_WINDOWS ? apart : squares / joint;
    }
}
