package dev.storetwin.core.pricing.promotion;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Which of many findings to believe, so that few of those believed are chance (Benjamini and Hochberg 1995). */
final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * For each finding whether it is believed.
     *
     * @param chances of a finding at least as strong where there is nothing; {@code NaN} where none was made
     * @param share   of the believed ones that may be chance, on average
     */
    static boolean[] believed(double[] chances, double share) {
        var order = IntStream.range(0, chances.length)
                .filter(i -> !Double.isNaN(chances[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> chances[i]))
                .toList();
        double limit = Double.NEGATIVE_INFINITY;
        for (int rank = 1; rank <= order.size(); rank++) {
            double chance = chances[order.get(rank - 1)];
            limit = chance <= share * rank / order.size() ? chance : limit;
        }
        var believed = new boolean[chances.length];
        for (int i = 0; i < chances.length; i++) {
            believed[i] = chances[i] <= limit;
        }
        return believed;
    }
}
