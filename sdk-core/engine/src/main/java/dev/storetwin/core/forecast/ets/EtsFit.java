package dev.storetwin.core.forecast.ets;

/** A model with its parameters and first states for one series, and how well it fits. */
final class EtsFit {

    final EtsModel model;
    final Smoothing smoothing;
    final Smoother start;
    final double logLikelihood;
    final double aicc;
    final double variance;

    EtsFit(EtsModel model, Smoothing smoothing, Smoother start, double logLikelihood, double aicc, double variance) {
        this.model = model;
        this.smoothing = smoothing;
        this.start = start;
        this.logLikelihood = logLikelihood;
        this.aicc = aicc;
        this.variance = variance;
    }

    /** What is left when nothing can be fitted: the level follows the values, closely when they are all the same. */
    static EtsFit plain(EtsSeries series) {
        var smoothing = new Smoothing(series.constant ? Smoothing.HIGHEST : .5, 0, 0, 1);
        var model = EtsModel.of("ANN");
        double level = series.known == 0 ? 0 : series.filled[0] * series.unit;
        var start = new Smoother(model, smoothing, level, 0, new double[0]);
        double squares = 0;
        var smoother = start.copy();
        for (double it : series.original) {
            double error = Double.isNaN(it) ? 0 : it - smoother.forecast();
            squares += error * error;
            smoother.see(it);
        }
        double variance = squares / Math.max(1, series.known - 1);
        return new EtsFit(model, smoothing, start, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, variance);
    }

    /**
     * Akaike's information criterion for small samples.
     *
     * @param value      minus twice the logarithm of the likelihood
     * @param parameters with the variance
     * @return infinite when there are too few values for it
     */
    static double aicc(double value, int parameters, int known) {
        double room = known - parameters - 1;
        return room > 0 ? value + 2 * parameters + 2. * parameters * (parameters + 1) / room : Double.POSITIVE_INFINITY;
    }

    /** The fit of the series as it came. */
    EtsFit inUnits(EtsSeries series) {
        double unit = series.unit;
        if (unit == 1) {
            return this;
        }
        double shift = series.known * StrictMath.log(unit);
        return new EtsFit(
                model,
                smoothing,
                start.times(unit),
                logLikelihood - shift,
                aicc + 2 * shift,
                model.error() == Component.ADDITIVE ? variance * unit * unit : variance);
    }
}
