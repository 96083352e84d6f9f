package dev.storetwin.forecast;

/**
 * How well one method would have foretold the past. Periods out of stock or unknown are not judged. A scaled figure leaves out
 * forecasts whose history never moved, for there is nothing to scale by; a figure without any case is 0.
 *
 * @param method     name of the method
 * @param origins    number of origins asked for
 * @param n          forecast periods judged, over all series and origins
 * @param smape      mean over forecasts of 200 |y - f| / (|y| + |f|), where 0 against 0 counts as 0
 * @param mase       mean over forecasts of the mean absolute error divided by that of the (seasonal) naive method in the history
 * @param rmsse      the same with squares: root of mean squared error over mean squared one-step change since the first sale
 * @param wape       sum of absolute errors by sum of absolute values
 * @param bias       sum of (forecast - value) by sum of absolute values: above 0 is too much
 * @param spl        scaled pinball loss over {@link Backtest#SPL_LEVELS}, scaled by the mean absolute one-step change since the
 *                   first sale
 * @param coverage95 share of values between the .025 and .975 quantiles
 * @param cost       mean cost per period of ordering the critical fractile and paying for what is left or missing
 * @param cpuSeconds spent in the method; 0 without a clock
 */
public record BacktestResult(
        String method,
        int origins,
        long n,
        double smape,
        double mase,
        double rmsse,
        double wape,
        double bias,
        double spl,
        double coverage95,
        double cost,
        double cpuSeconds) {}
