package dev.storetwin.core.pricing;

import dev.storetwin.core.pricing.response.WeeksSold;
import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Money;
import java.util.Collection;
import java.util.List;

/** Who knows what demand answers to any price. */
@FunctionalInterface
public interface DemandCurves {

    /**
     * What demand is expected to answer at the prices of a grid.
     *
     * @param also prices that are to be on the curve in any case, above zero and in the currency of the present one
     */
    DemandCurve of(TwinState state, PriceQuestion question, Collection<Money> also);

    /** Nobody knows, but what was sold can be told. */
    static DemandCurves unknown(PricingOptions options, String why) {
        return (state, question, also) -> DemandCurve.missing(
                question,
                options.horizonDays(),
                PriceCase.objective(options, ""),
                state.catalog()
                        .price(question.sku(), question.channel(), question.asOf())
                        .map(PricePoint::price),
                WeeksSold.of(state, question, options.elasticity().historyDays()),
                List.of(why));
    }
}
