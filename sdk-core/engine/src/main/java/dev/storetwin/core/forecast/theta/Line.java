package dev.storetwin.core.forecast.theta;

/**
 * The least-squares line through what was seen, kept as the sums that let it take in one value more. Time counts from 1.
 *
 * @param count       values seen
 * @param meanTime    of the values seen
 * @param meanValue   of the values seen
 * @param timeSquares sum of squared distances of times from their mean
 * @param cross       sum of products of the distances of times and values from their means
 */
record Line(int count, double meanTime, double meanValue, double timeSquares, double cross) {

    static final Line NONE = new Line(0, 0, 0, 0, 0);

    /** Through all known values. */
    static Line through(double[] values) {
        var line = NONE;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                line = line.with(i + 1, values[i]);
            }
        }
        return line;
    }

    Line with(int time, double value) {
        int more = count + 1;
        double pull = pull(time);
        return new Line(
                more,
                meanTime + (time - meanTime) / more,
                meanValue + (value - meanValue) / more,
                timeSquares + pull * (time - meanTime),
                cross + pull * (value - meanValue));
    }

    /** How much the next value, seen at a time, tells about the slope. */
    double pull(int time) {
        return (time - meanTime) * count / (count + 1);
    }

    /** 0 as long as there are not two values. */
    double slope() {
        return count < 2 ? 0 : cross / timeSquares;
    }

    /** Where the line stands at time 0. */
    double intercept() {
        return meanValue - slope() * meanTime;
    }
}
