package dev.storetwin.core.pricing.together;

import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.type.Money;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What should this SKU cost in this channel, together with others?
 *
 * @param single the same question about it alone
 * @param aim    that it is planned for
 * @param also   prices that are tried beside those of a single question
 * @param word   what the plan says; empty while it is not made
 */
public record TogetherQuestion(PriceQuestion single, PriceAim aim, List<Money> also, Optional<Word> word) {

    public TogetherQuestion {
        also = List.copyOf(also);
    }

    /**
     * What a plan says of one price.
     *
     * @param change empty where the present price stays
     */
    public record Word(Optional<PriceChange> change, String why) {}

    public TogetherQuestion answered(Word by) {
        return new TogetherQuestion(single, aim, also, Optional.of(by));
    }

    public Target target() {
        return single.target();
    }

    public Instant asOf() {
        return single.asOf();
    }
}
