package dev.storetwin.core.pricing.promotion;

/** A value and the interval that holds the truth 95 times in 100. */
public record Range(double value, double lower, double upper) {

    static Range of(Blend blend) {
        double margin = blend.margin();
        return new Range(blend.value(), blend.value() - margin, blend.value() + margin);
    }

    Range times(double factor) {
        double one = lower * factor;
        double other = upper * factor;
        return new Range(value * factor, Math.min(one, other), Math.max(one, other));
    }

    Range plus(double constant) {
        return new Range(value + constant, lower + constant, upper + constant);
    }

    public boolean contains(double truth) {
        return truth >= lower && truth <= upper;
    }
}
