package dev.storetwin.cli.report;

import java.util.Optional;

/** The charts of one decision; what does not apply is absent. */
public record Illustration(Optional<ForecastFan> forecast, Optional<StockOutlook> stock, Optional<PriceLadder> prices) {

    private static final int MOST_PERIODS = 120;

    public static final Illustration NONE = new Illustration(Optional.empty(), Optional.empty(), Optional.empty());

    /** With no more history than can be told apart. */
    Illustration readable() {
        return new Illustration(forecast.map(it -> it.withNewest(MOST_PERIODS)), stock, prices);
    }

    public Illustration withForecast(ForecastFan fan) {
        return new Illustration(Optional.of(fan), stock, prices);
    }

    public Illustration withStock(StockOutlook outlook) {
        return new Illustration(forecast, Optional.of(outlook), prices);
    }

    public Illustration withPrices(PriceLadder ladder) {
        return new Illustration(forecast, stock, Optional.of(ladder));
    }
}
