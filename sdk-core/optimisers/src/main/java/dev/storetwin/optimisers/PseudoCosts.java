package dev.storetwin.optimisers;

/**
 * What branching on a variable has cost so far, per unit that it had to move. The variable whose two sides both promise to cost most is branched on; one
 * without a past counts as the average. After Benichou et al., Experiments in mixed-integer linear programming (1971).
 */
final class PseudoCosts {

    private static final double LEAST = 1e-6;

    private final double[][] sum;
    private final int[][] count;
    private final double[] allSum = new double[2];
    private final int[] allCount = new int[2];

    PseudoCosts(int variables) {
        sum = new double[2][variables];
        count = new int[2][variables];
    }

    /** Notes by how much the bound rose when the variable went that far up, or down when negative. */
    void learn(int variable, double move, double rise) {
        int way = move > 0 ? 1 : 0;
        double each = Math.max(0, rise) / Math.max(LEAST, Math.abs(move));
        sum[way][variable] += each;
        count[way][variable]++;
        allSum[way] += each;
        allCount[way]++;
    }

    /** How much is expected of branching on this variable at this fraction of a unit above a whole number. */
    double score(int variable, double fraction) {
        double down = fraction * expected(0, variable);
        double up = (1 - fraction) * expected(1, variable);
        return Math.max(LEAST, down) * Math.max(LEAST, up);
    }

    private double expected(int way, int variable) {
        if (count[way][variable] > 0) {
            return sum[way][variable] / count[way][variable];
        }
        return allCount[way] > 0 ? allSum[way] / allCount[way] : 1;
    }
}
