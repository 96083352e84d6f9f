package dev.storetwin.pricing;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a promotion of one SKU did. Bounds hold the truth 95 times in 100.
 *
 * @param lift         units sold in the promotion above what would have been
 * @param pullForward  units that were not sold in the weeks before and after because they were bought in it
 * @param cannibalised units that others did not sell in the promotion because of it
 * @param halo         units that others sold more in the promotion because of it
 * @param net          lift less pull-forward and cannibalised, plus halo, as far as they are known
 * @param money        empty without a cost or a price
 * @param related      others that moved with the promotions of this SKU, told apart from chance
 * @param reasons      what is not known and why, and what had to be assumed
 */
public record PromotionEffect(
        Sku sku,
        Channel channel,
        Instant from,
        Instant until,
        PromotionStatus status,
        Optional<Estimate> lift,
        Optional<Estimate> pullForward,
        Optional<Estimate> cannibalised,
        Optional<Estimate> halo,
        Optional<Estimate> net,
        Optional<PromotionReturn> money,
        List<RelatedEffect> related,
        List<String> reasons) {

    public PromotionEffect {
        related = List.copyOf(related);
        reasons = List.copyOf(reasons);
    }

    /** Nobody knows. */
    public static PromotionEffect unknown(Sku sku, Channel channel, Instant from, Instant until, String reason) {
        return new PromotionEffect(
                sku,
                channel,
                from,
                until,
                PromotionStatus.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(reason));
    }
}
