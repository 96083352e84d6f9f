package dev.storetwin.benchmarks.forecasting;

import com.sun.management.OperatingSystemMXBean;
import dev.storetwin.core.forecast.ets.Component;
import dev.storetwin.core.forecast.ets.Ets;
import dev.storetwin.core.forecast.method.FittedMethod;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * CPU seconds of the process for fitting and forecasting one cycle ahead, per 1,000 series, by method; and CPU microseconds for
 * appending one period with parameters kept and forecasting again.
 *
 * <p>Usage: {@code java ... MethodSpeed [METHOD] [SERIES] [LENGTH] [SEASON]}; all methods, 1,000 monthly series of length 100 unless
 * given. Each method first warms up on series of its own.
 */
public final class MethodSpeed {

    /** One line each. */
    private static final List<Method> METHODS = List.of(
            new Method("ets", Ets::auto),
            new Method("ses", (values, period) -> Ets.simple(values)),
            new Method("holt", (values, period) -> Ets.holt(values)),
            new Method("holt-winters", (values, period) -> Ets.holtWinters(values, period, Component.MULTIPLICATIVE)));

    private static final int APPENDS = 50_000;

    private MethodSpeed() {}

    public static void main(String[] arguments) {
        var name = arguments.length > 0 ? arguments[0] : "all";
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        int length = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
        int season = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 12;
        for (var method : METHODS) {
            if (name.equals("all") || name.equals(method.name)) {
                run(method, -count, 0, length, season);
                double seconds = run(method, 0, count, length, season);
                double append = append(method, length, season);
                System.out.println(String.format(
                        Locale.ROOT,
                        "%-14s %8.3f CPU s per 1,000 series, %7.2f CPU us per append and forecast",
                        method.name,
                        seconds / count * 1_000,
                        append / APPENDS * 1e6));
            }
        }
    }

    private static double run(Method method, int from, int to, int length, int season) {
        var series = new double[to - from][];
        for (int i = from; i < to; i++) {
            series[i - from] = MadeUpSeries.of(i, length, season);
        }
        double before = cpuSeconds();
        double sum = 0;
        for (var values : series) {
            sum += forecast(method.fitter.fit(values, season), season);
        }
        double seconds = cpuSeconds() - before;
        require(sum);
        return seconds;
    }

    private static double append(Method method, int length, int season) {
        var fitted = method.fitter.fit(MadeUpSeries.of(0, length, season), season);
        double value = fitted.means(1)[0];
        double sum = 0;
        double before = 0;
        for (int i = 0; i < 2 * APPENDS; i++) {
            if (i == APPENDS) {
                before = cpuSeconds();
            }
            sum += forecast(fitted.append(value), season);
        }
        require(sum);
        return cpuSeconds() - before;
    }

    private static double forecast(FittedMethod fitted, int horizon) {
        return fitted.means(horizon)[horizon - 1] + fitted.deviations(horizon)[horizon - 1];
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

    /** How a method is fitted to values with a season. */
    private interface Fitter {
        FittedMethod fit(double[] values, int period);
    }

    private record Method(String name, Fitter fitter) {}
}
