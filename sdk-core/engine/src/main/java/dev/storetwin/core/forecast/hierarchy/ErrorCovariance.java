package dev.storetwin.core.forecast.hierarchy;

/**
 * How the forecast errors of all nodes vary together: W = diagonal + factors * factors', never written out.
 *
 * @param diagonal one variance per node, above 0
 * @param factors  one row per node; rows of length 0 when errors are taken to be unrelated
 */
record ErrorCovariance(double[] diagonal, double[][] factors) {

    ErrorCovariance {
        for (double variance : diagonal) {
            if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "An error variance (%s) must be above 0 and finite.".formatted(variance));
            }
        }
    }

    static ErrorCovariance unrelated(double[] variances) {
        return new ErrorCovariance(variances, new double[variances.length][0]);
    }

    int rank() {
        return factors[0].length;
    }

    /** W times the inverse of its diagonal is W = D (I + D^-1 U U'): the small matrix I + U' D^-1 U of Woodbury's identity. */
    double[][] core() {
        int rank = rank();
        var core = new double[rank][rank];
        for (int node = 0; node < diagonal.length; node++) {
            var row = factors[node];
            for (int i = 0; i < rank; i++) {
                double scaled = row[i] / diagonal[node];
                if (scaled != 0) {
                    for (int j = 0; j <= i; j++) {
                        core[i][j] += scaled * row[j];
                    }
                }
            }
        }
        for (int i = 0; i < rank; i++) {
            core[i][i] += 1;
        }
        return core;
    }
}
