package dev.storetwin.state;

import dev.storetwin.type.PromotionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A campaign as it covers one SKU.
 *
 * @param until    first moment after it, when it has an end
 * @param discount as a share of the price, when it is a reduction
 */
public record Promotion(
        PromotionId id, String name, Instant from, Optional<Instant> until, Optional<BigDecimal> discount) {

    public boolean runsAt(Instant moment) {
        return !moment.isBefore(from) && until.map(moment::isBefore).orElse(true);
    }
}
