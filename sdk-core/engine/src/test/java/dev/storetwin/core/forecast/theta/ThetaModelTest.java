package dev.storetwin.core.forecast.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.method.FittedMethodLaws;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ThetaModelTest {

    private static final double[] SALES = {12, 15, 11, 18, 17, 21, 16, 24, 23, 22, 27, 25};

    @Example
    void a_line_takes_in_one_value_after_the_other() {
        var line = Line.through(new double[] {2, Double.NaN, 9, 10});

        assertThat(line.meanTime()).isEqualTo(8 / 3.0, within(1e-12));
        assertThat(line.slope()).isEqualTo(39 / 14.0, within(1e-12));
        assertThat(line.intercept()).isEqualTo(7 - 39 / 14.0 * 8 / 3, within(1e-12));
        assertThat(Line.through(new double[] {4}).slope()).isZero();
    }

    @Example
    void one_step_by_hand() {
        var parameters = new ThetaParameters(10, .5, .5, true, Line.NONE, 1);

        var two = FittedTheta.start(parameters, new double[] {12, 16});

        // level 10, 11, 13.5; the line through 12 and 16 is 8 + 4 t; its start counts a quarter, its slope 1 + 1/2 +
        // 1/4 periods
        assertThat(two.means(1)[0]).isEqualTo(13.5 + .5 * (8 * .25 + 4 * 1.75), within(1e-12));
    }

    @Property(tries = 50)
    void a_line_drawn_value_by_value_ends_where_one_drawn_at_once_does(
            @ForAll @Size(min = 4, max = 30) double[] raw, @ForAll @DoubleRange(min = .05, max = .95) double alpha) {
        var values = tamed(raw);
        var dynamic = new ThetaParameters(5, alpha, .5, true, Line.NONE, 1);
        var still = new ThetaParameters(5, alpha, .5, false, Line.through(values), 1);

        assertThat(FittedTheta.start(dynamic, values).means(1)[0])
                .isEqualTo(FittedTheta.start(still, values).means(1)[0], within(1e-6));
    }

    @Example
    void a_still_line_spreads_like_simple_smoothing() {
        var fitted = ThetaModel.STM.fit(SALES);
        double alpha = Double.parseDouble(fitted.settings().getOrDefault("alpha", ""));

        var deviations = fitted.deviations(5);

        assertThat(deviations[4]).isEqualTo(deviations[0] * Math.sqrt(1 + 4 * alpha * alpha), within(1e-9));
    }

    @Example
    void the_standard_models_take_theta_two_and_the_optimised_ones_fit_no_worse() {
        assertThat(ThetaModel.STM.fit(SALES).settings()).containsEntry("theta", "2.0");
        assertThat(ThetaModel.DSTM.fit(SALES).settings()).containsEntry("theta", "2.0");
        assertThat(squaredError(ThetaModel.OTM)).isLessThanOrEqualTo(squaredError(ThetaModel.STM));
        assertThat(squaredError(ThetaModel.DOTM)).isLessThanOrEqualTo(squaredError(ThetaModel.DSTM));
    }

    private static double squaredError(ThetaModel model) {
        var fitted = model.fit(SALES).fitted();
        double sum = 0;
        for (int i = 2; i < SALES.length; i++) {
            sum += (fitted[i] - SALES[i]) * (fitted[i] - SALES[i]);
        }
        return sum;
    }

    @Example
    void a_straight_line_goes_on_when_theta_may_be_large() {
        var line = DoubleStream.iterate(3, it -> it + 2).limit(30).toArray();

        assertThat(ThetaModel.OTM.fit(line).means(4)[3]).isEqualTo(line[29] + 8, within(.1));
        assertThat(ThetaModel.DOTM.fit(line).means(4)[3]).isEqualTo(line[29] + 8, within(.1));
    }

    @Example
    void every_history_has_an_answer() {
        for (var model : ThetaModel.values()) {
            FittedMethodLaws.everyHistoryHasAnAnswer(model::fit);
        }
    }

    @Property(tries = 40)
    void time_goes_both_ways(
            @ForAll @Size(min = 5, max = 40) double[] raw,
            @ForAll @IntRange(min = 1, max = 5) int back,
            @ForAll ThetaModel model) {
        var values = tamed(raw);
        values[values.length / 2] = Double.NaN;

        var fitted = model.fit(values);

        FittedMethodLaws.timeGoesBothWays(fitted, values, back);
        FittedMethodLaws.fittedIsWhatWasForecast(fitted);
        FittedMethodLaws.theUnknownIsNoSurprise(fitted);
    }

    @Property(tries = 40)
    void scale_is_carried_through(@ForAll @Size(min = 1, max = 40) double[] raw, @ForAll ThetaModel model) {
        var values = tamed(raw);

        var fitted = model.fit(values);
        var scaled = model.fit(FittedMethodLaws.scaled(values, 1024));

        assertThat(scaled.means(6)).isEqualTo(FittedMethodLaws.scaled(fitted.means(6), 1024));
        assertThat(scaled.deviations(6)).isEqualTo(FittedMethodLaws.scaled(fitted.deviations(6), 1024));
    }

    @Example
    void deviations_add_up_surprises() {
        for (var model : ThetaModel.values()) {
            FittedMethodLaws.deviationsAddUpSurprises(model.fit(SALES), 8);
        }
    }

    private static double[] tamed(double[] raw) {
        return Arrays.stream(raw)
                .map(it -> Double.isFinite(it) ? Math.IEEEremainder(it, 100) : Double.NaN)
                .toArray();
    }
}
