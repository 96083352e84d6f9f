package dev.storetwin.core.forecast;

import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Histories of all kinds: counts and amounts, intermittent, negative, with gaps, stock-outs, giants and seasons. */
final class Histories extends DomainContextBase {

    @Provide
    Arbitrary<TimeSeries> histories() {
        var counts = Arbitraries.integers().between(0, 12).map(Integer::doubleValue);
        var slow = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(7, Arbitraries.just(0.0)), net.jqwik.api.Tuple.of(3, counts));
        var amounts = Arbitraries.doubles().between(0, 1000);
        var signed = Arbitraries.doubles().between(-50, 50);
        var wild = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, amounts),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Double.NaN)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(0.0, 74_215.0, 1e12, 1e-12)));
        var values = Arbitraries.oneOf(of(counts), of(slow), of(amounts), of(signed), of(wild));
        var stockOuts = Arbitraries.integers().between(0, 5);
        var seasons = Arbitraries.of(Seasonality.NONE, Seasonality.of(7), Seasonality.of(2, 12));
        return Combinators.combine(values, stockOuts, seasons).as(Histories::series);
    }

    private static Arbitrary<double[]> of(Arbitrary<Double> value) {
        return value.array(Double[].class).ofMinSize(0).ofMaxSize(70).map(boxes -> java.util.Arrays.stream(boxes)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** Out of stock in one period of so many; 0 for never. */
    private static TimeSeries series(double[] values, int every, Seasonality seasonality) {
        var inStock = new boolean[values.length];
        for (int i = 0; i < inStock.length; i++) {
            inStock[i] = every == 0 || i % (every + 1) != every;
        }
        return TimeSeries.of("series", values).withInStock(inStock).withSeasonality(seasonality);
    }
}
