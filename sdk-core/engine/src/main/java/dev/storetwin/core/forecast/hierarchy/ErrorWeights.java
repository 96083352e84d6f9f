package dev.storetwin.core.forecast.hierarchy;

import java.util.Arrays;

/** What a trace-minimising reconciliation takes the errors of the nodes to be. */
public enum ErrorWeights {
    /** All of the same variance and unrelated: ordinary least squares (Hyndman et al. 2011). */
    EQUAL {
        @Override
        ErrorCovariance of(NodeForecasts forecasts) {
            var ones = new double[forecasts.means().length];
            Arrays.fill(ones, 1);
            return ErrorCovariance.unrelated(ones);
        }
    },

    /** Unrelated, of a variance that counts the series of a node: for want of past errors (Athanasopoulos et al. 2017). */
    STRUCTURAL {
        @Override
        ErrorCovariance of(NodeForecasts forecasts) {
            var ones = new double[forecasts.hierarchy().seriesCount()];
            Arrays.fill(ones, 1);
            return ErrorCovariance.unrelated(forecasts.hierarchy().sums(ones));
        }
    },

    /** Unrelated, of the variance that was seen. */
    VARIANCE {
        @Override
        ErrorCovariance of(NodeForecasts forecasts) {
            return ErrorCovariance.unrelated(ErrorVariances.of(forecasts).values());
        }
    },

    /** Related as was seen, shrunk towards unrelated by as much as what was seen is chance: MinT (Wickramasuriya et al. 2019). */
    SHRUNK {
        @Override
        ErrorCovariance of(NodeForecasts forecasts) {
            return ShrunkCovariance.of(forecasts);
        }
    };

    abstract ErrorCovariance of(NodeForecasts forecasts);
}
