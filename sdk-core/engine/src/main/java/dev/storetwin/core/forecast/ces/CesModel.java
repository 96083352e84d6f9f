package dev.storetwin.core.forecast.ces;

/**
 * A complex exponential smoothing model: each component is a level and its hidden partner, and takes over a surprise by a complex
 * share. A component that the model lacks has share 0.
 *
 * @param period of the season, 1 without
 * @param a0     real part of the share of the plain component
 * @param a1     its imaginary part
 * @param b0     real part of the share of the lagged component
 * @param b1     its imaginary part
 */
record CesModel(CesSeason season, int period, double a0, double a1, double b0, double b1) {

    /**
     * The model at a point of the search.
     *
     * @param point LEVEL (a0), NONE (a0, a1), SIMPLE (b0, b1), PARTIAL (a0, a1, b0), FULL (a0, a1, b0, b1)
     */
    static CesModel at(double[] point, CesSeason season, int period) {
        return switch (season) {
            case LEVEL -> new CesModel(season, 1, point[0], 1, 0, 0);
            case NONE -> new CesModel(season, 1, point[0], point[1], 0, 0);
            case SIMPLE -> new CesModel(season, period, 0, 0, point[0], point[1]);
            case PARTIAL -> new CesModel(season, period, point[0], point[1], point[2], 1);
            case FULL -> new CesModel(season, period, point[0], point[1], point[2], point[3]);
        };
    }

    /**
     * Whether the past is forgotten, or its memory grows at most by this factor each period (a little above 1: a season and a level
     * that can be exchanged for each other are remembered for ever, which does no harm).
     */
    boolean forgets(double growth) {
        return RootsInCircle.test(errorPolynomial(), growth);
    }

    /**
     * The characteristic polynomial of the errors, highest power first. For one component with transition P and transition under
     * observation Q it is Q; for two it is Q0 P1 + P0 Q1 - P0 P1, the lagged component's in powers of z^period.
     */
    double[] errorPolynomial() {
        double[] plainForecast = forecast(a0, a1);
        double[] plainError = error(a0, a1);
        if (!season.isLagged()) {
            return plainError;
        }
        double[] laggedForecast = forecast(b0, b1);
        double[] laggedError = error(b0, b1);
        if (!season.isPlain()) {
            return laggedError;
        }
        var sum = new double[2 * period + 3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum[i + j * period] +=
                        plainError[i] * laggedForecast[j] + plainForecast[i] * (laggedError[j] - laggedForecast[j]);
            }
        }
        return sum;
    }

    private static double[] forecast(double real, double imaginary) {
        return new double[] {1, real - 2, 2 - real - imaginary};
    }

    private static double[] error(double real, double imaginary) {
        double rest = 1 - real;
        return new double[] {1, 2 * real - 2 - imaginary, rest * rest + rest - imaginary + imaginary * imaginary};
    }
}
