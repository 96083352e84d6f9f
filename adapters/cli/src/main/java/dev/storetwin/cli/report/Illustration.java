package dev.storetwin.cli.report;

import dev.storetwin.pricing.DemandCurve;
import java.util.Optional;

/** The charts of one decision; what does not apply is absent. */
public record Illustration(
        Optional<ForecastFan> forecast,
        Optional<StockOutlook> stock,
        Optional<PriceLadder> prices,
        Optional<DemandCurve> demand,
        Optional<MarkdownPath> markdown) {

    private static final int MOST_PERIODS = 120;

    public static final Illustration NONE =
            new Illustration(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** With no more history than can be told apart. */
    Illustration readable() {
        return new Illustration(forecast.map(it -> it.withNewest(MOST_PERIODS)), stock, prices, demand, markdown);
    }

    public Illustration withForecast(ForecastFan fan) {
        return new Illustration(Optional.of(fan), stock, prices, demand, markdown);
    }

    public Illustration withStock(StockOutlook outlook) {
        return new Illustration(forecast, Optional.of(outlook), prices, demand, markdown);
    }

    public Illustration withPrices(PriceLadder ladder) {
        return new Illustration(forecast, stock, Optional.of(ladder), demand, markdown);
    }

    public Illustration withDemand(DemandCurve curve) {
        return new Illustration(forecast, stock, prices, Optional.of(curve), markdown);
    }

    public Illustration withMarkdown(MarkdownPath path) {
        return new Illustration(forecast, stock, prices, demand, Optional.of(path));
    }
}
