package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.core.forecast.method.MethodFitter;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.DemandModel;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;

/** A kernel or a forecaster under the same stop-watch. */
record TimedMethod(String name, Fitter fitter) {

    interface Fitter {
        Fitted fit(double[] values, int season);
    }

    /** What has been learned once. */
    interface Fitted {

        /** A number that depends on the last step. */
        double forecast(int horizon);

        Fitted append(double value);
    }

    static TimedMethod of(MethodFitter kernel) {
        return new TimedMethod(kernel.name(), (values, season) -> new Kernel(kernel.fit(values, season)));
    }

    static TimedMethod of(String name, DemandForecaster forecaster) {
        return new TimedMethod(
                name,
                (values, season) -> new Model(
                        forecaster.fit(TimeSeries.of("made-up", values).withSeasonality(Seasonality.of(season)))));
    }

    Fitted fit(double[] values, int season) {
        return fitter.fit(values, season);
    }

    private record Kernel(FittedMethod method) implements Fitted {

        @Override
        public double forecast(int horizon) {
            return method.means(horizon)[horizon - 1] + method.deviations(horizon)[horizon - 1];
        }

        @Override
        public Fitted append(double value) {
            return new Kernel(method.append(value));
        }
    }

    private record Model(DemandModel model) implements Fitted {

        @Override
        public double forecast(int horizon) {
            var forecast = model.forecast(horizon);
            return forecast.mean(horizon) + forecast.quantiles(QuantileLevels.DEFAULT)[horizon - 1][0];
        }

        @Override
        public Fitted append(double value) {
            return new Model(model.append(value, true));
        }
    }
}
