package dev.storetwin.pricing;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a planned promotion is expected to do, as promotions of the SKU and its like did. All of it is of the promotion's own days, but for what is
 * pulled forward; bounds are those of two standard deviations.
 *
 * @param ordinary units that would be sold in its days without it, at the pace of the last weeks
 * @param lift     units more
 * @param net      lift less pull-forward and cannibalised, plus halo, as far as they are known
 * @param margin   what it brings above no promotion, in money net of tax where the tax is known; empty without a cost
 * @param currency of the margin; empty without one
 * @param reasons  what is not known and why
 */
public record PromotionOutlook(
        PromotionPlan plan,
        Optional<Estimate> ordinary,
        Optional<Estimate> lift,
        Optional<Estimate> net,
        Optional<Estimate> margin,
        Optional<Currency> currency,
        List<String> reasons) {

    public PromotionOutlook {
        reasons = List.copyOf(reasons);
    }

    /** Nobody knows. */
    public static PromotionOutlook unknown(PromotionPlan plan, String reason) {
        return new PromotionOutlook(
                plan,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(reason));
    }
}
