package dev.storetwin.benchmarks.pricing;

import java.util.List;
import java.util.Locale;

/**
 * What one way earned over another in many shops that met the same luck, as a share of what the other earned on average.
 *
 * @param shops how many
 * @param gain  mean share
 * @param error its standard error over shops
 * @param lost  shops in which it earned less
 */
record PairedGains(int shops, double gain, double error, int lost) {

    private static final double[] STUDENT = {
        12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.20, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.10,
        2.09, 2.09
    };

    /** @param ways for each shop what was earned by the one, and by the other */
    static PairedGains of(List<double[]> ways) {
        double usual = ways.stream().mapToDouble(it -> it[1]).average().orElseThrow();
        var gains = ways.stream().mapToDouble(it -> (it[0] - it[1]) / usual).toArray();
        double sum = 0;
        double squares = 0;
        int lost = 0;
        for (double gain : gains) {
            sum += gain;
            squares += gain * gain;
            lost += gain < 0 ? 1 : 0;
        }
        double mean = sum / gains.length;
        double variance = (squares - gains.length * mean * mean) / (gains.length - 1);
        return new PairedGains(gains.length, mean, Math.sqrt(Math.max(0, variance) / gains.length), lost);
    }

    /**
     * What part of one gain another is, over all shops, in a cell of a table.
     *
     * @param gains for each shop what was gained, and what there was to gain
     */
    static String share(List<double[]> gains) {
        double there = gains.stream().mapToDouble(it -> it[1]).average().orElseThrow();
        double share = gains.stream().mapToDouble(it -> it[0]).average().orElseThrow() / there;
        double squares = gains.stream()
                .mapToDouble(it -> it[0] - share * it[1])
                .map(it -> it * it)
                .sum();
        int shops = gains.size();
        double error = Math.sqrt(squares / (shops - 1.0) / shops) / Math.abs(there);
        return String.format(
                Locale.ROOT,
                "%.0f %% +- %.0f (%.0f .. %.0f)",
                100 * share,
                100 * error,
                100 * (share - student(shops) * error),
                100 * (share + student(shops) * error));
    }

    private static double student(int shops) {
        int freedom = shops - 1;
        return freedom <= STUDENT.length ? STUDENT[freedom - 1] : 2.08 - .12 * (1 - 20.0 / freedom);
    }

    /** Two cells of a table: the gain in per cent, and in how many shops it was none. */
    String inCells() {
        return String.format(
                Locale.ROOT,
                "%+.1f +- %.1f (%+.1f .. %+.1f) | %d of %d",
                100 * gain,
                100 * error,
                100 * (gain - student(shops) * error),
                100 * (gain + student(shops) * error),
                lost,
                shops);
    }
}
