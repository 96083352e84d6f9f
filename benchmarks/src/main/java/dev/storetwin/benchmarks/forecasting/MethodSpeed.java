package dev.storetwin.benchmarks.forecasting;

import com.sun.management.OperatingSystemMXBean;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.arima.AutoArima;
import dev.storetwin.core.forecast.ces.ComplexSmoothing;
import dev.storetwin.core.forecast.ets.Component;
import dev.storetwin.core.forecast.ets.Ets;
import dev.storetwin.core.forecast.intermittent.NightlyPlan;
import dev.storetwin.core.forecast.method.PlainMethod;
import dev.storetwin.core.forecast.method.SeasonalMethod;
import dev.storetwin.core.forecast.theta.StandardTheta;
import dev.storetwin.core.forecast.theta.ThetaModel;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * CPU seconds of the process for fitting and forecasting one cycle ahead, per series and per 1,000 series, by method; and CPU
 * microseconds for appending one period with parameters kept and forecasting again.
 *
 * <p>Usage: {@code java ... MethodSpeed [METHOD] [SERIES] [LENGTH] [SEASON]}; all methods, 1,000 monthly series of length 100 unless
 * given. Each method first warms up on as many series of its own. The kernels forecast means and deviations; the default and the fast
 * tier, which are forecasters, also calibrate them and answer with quantiles.
 */
public final class MethodSpeed {

    /** One line each. */
    private static final List<TimedMethod> METHODS = List.of(
            TimedMethod.of(new SeasonalMethod("ets", Integer.MAX_VALUE, Ets::auto)),
            TimedMethod.of(new PlainMethod("ses", Ets::simple)),
            TimedMethod.of(new PlainMethod("holt", Ets::holt)),
            TimedMethod.of(new SeasonalMethod(
                    "holt-winters",
                    Integer.MAX_VALUE,
                    (values, period) -> Ets.holtWinters(values, period, Component.MULTIPLICATIVE))),
            TimedMethod.of(new PlainMethod("theta", StandardTheta::fit)),
            TimedMethod.of(new PlainMethod("dotm", ThetaModel.DOTM::fit)),
            TimedMethod.of(new SeasonalMethod("ces", Integer.MAX_VALUE, ComplexSmoothing::fit)),
            TimedMethod.of(new SeasonalMethod("arima", Integer.MAX_VALUE, AutoArima::fit)),
            TimedMethod.of("fast-tier", new NightlyPlan()),
            TimedMethod.of("default", ForecastMethods.usual()));

    private static final double APPEND_SECONDS = .5;
    private static final int MOST_APPENDS = 50_000;

    private MethodSpeed() {}

    public static void main(String[] arguments) {
        var name = arguments.length > 0 ? arguments[0] : "all";
        int count = argument(arguments, 1, 1_000);
        int length = argument(arguments, 2, 100);
        int season = argument(arguments, 3, 12);
        for (var method : METHODS) {
            if (name.equals("all") || name.equals(method.name())) {
                run(method, -count, 0, length, season);
                double seconds = run(method, 0, count, length, season) / count;
                System.out.println(String.format(
                        Locale.ROOT,
                        "%-14s %9.5f CPU s per series %9.3f per 1,000 series %9.2f CPU us per append and forecast",
                        method.name(),
                        seconds,
                        1_000 * seconds,
                        1e6 * append(method, length, season)));
            }
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static double run(TimedMethod method, int from, int to, int length, int season) {
        var series = new double[to - from][];
        for (int i = from; i < to; i++) {
            series[i - from] = MadeUpSeries.of(i, length, season);
        }
        double before = cpuSeconds();
        double sum = 0;
        for (var values : series) {
            sum += method.fit(values, season).forecast(season);
        }
        double seconds = cpuSeconds() - before;
        require(sum);
        return seconds;
    }

    /** Seconds for one period more, after as many appends to warm up as are counted. */
    private static double append(TimedMethod method, int length, int season) {
        var fitted = method.fit(MadeUpSeries.of(0, length, season), season);
        int warmUp = 0;
        double sum = 0;
        double start = cpuSeconds();
        while (warmUp < MOST_APPENDS && cpuSeconds() - start < APPEND_SECONDS) {
            sum += fitted.append(value(warmUp)).forecast(season);
            warmUp++;
        }
        double before = cpuSeconds();
        for (int i = 0; i < warmUp; i++) {
            sum += fitted.append(value(i)).forecast(season);
        }
        require(sum);
        return (cpuSeconds() - before) / warmUp;
    }

    private static double value(int index) {
        return 100 + index % 10;
    }

    /** The answer is used, so that nothing is left out as useless. */
    private static void require(double sum) {
        if (!Double.isFinite(sum)) {
            throw new IllegalStateException("A forecast is not finite.");
        }
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
