package dev.storetwin.learning;

/**
 * How boosted trees grow.
 *
 * @param rounds       number of trees
 * @param learningRate share of each tree's answer that is kept
 * @param leaves       most leaves of a tree, at least 2
 * @param rowsPerLeaf  fewest rows that make a leaf
 * @param columnShare  share of the columns that each tree may look at
 * @param rowShare     share of the rows that each tree learns from
 * @param bins         most steps that a column is cut into
 */
public record LightGbmSettings(
        int rounds, double learningRate, int leaves, int rowsPerLeaf, double columnShare, double rowShare, int bins) {

    public LightGbmSettings {
        if (rounds < 1 || leaves < 2 || rowsPerLeaf < 1 || bins < 2) {
            throw new IllegalArgumentException(
                    "rounds (%d) and rowsPerLeaf (%d) must be at least 1, leaves (%d) and bins (%d) at least 2."
                            .formatted(rounds, rowsPerLeaf, leaves, bins));
        }
        checkShare("learningRate", learningRate);
        checkShare("columnShare", columnShare);
        checkShare("rowShare", rowShare);
    }

    /** Cautious trees that serve from a few thousand rows on. */
    public static LightGbmSettings defaults() {
        return new LightGbmSettings(80, .06, 15, 40, .7, .8, 127);
    }

    public LightGbmSettings withRounds(int rounds) {
        return new LightGbmSettings(rounds, learningRate, leaves, rowsPerLeaf, columnShare, rowShare, bins);
    }

    public LightGbmSettings withLearningRate(double learningRate) {
        return new LightGbmSettings(rounds, learningRate, leaves, rowsPerLeaf, columnShare, rowShare, bins);
    }

    public LightGbmSettings withLeaves(int leaves, int rowsPerLeaf) {
        return new LightGbmSettings(rounds, learningRate, leaves, rowsPerLeaf, columnShare, rowShare, bins);
    }

    public LightGbmSettings withShares(double columnShare, double rowShare) {
        return new LightGbmSettings(rounds, learningRate, leaves, rowsPerLeaf, columnShare, rowShare, bins);
    }

    private static void checkShare(String name, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("%s (%s) must be above 0 and at most 1.".formatted(name, share));
        }
    }
}
