package dev.storetwin;

import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceClash;
import dev.storetwin.pricing.PriceLimitWorth;
import dev.storetwin.pricing.PriceWishes;
import dev.storetwin.pricing.SkuInChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prices planned together, under rules that may tie them to each other. Each is a decision of its own, with its verdicts and its line in the trail. The
 * rules hold when all of them are carried out, so a plan is whole or it changes nothing.
 *
 * @param asOf      the moment the plan was asked for
 * @param revision  the state that it was made from
 * @param isStopped whether its watch stopped it; then nothing was decided and there are no lines
 * @param failure   why no price changes at all, since something broke or could not be written down; empty where nothing did
 * @param lines     one per pair, in order of the pairs
 * @param limits    what each limit that prices share would bring if there were one more of it
 * @param value     what the prices bring by the cautious score, over all that could have been another
 * @param bound     no prices that keep the rules bring more
 * @param notes     what else there is to say of the whole, in words
 */
public record PricePlan(
        PriceWishes wishes,
        Instant asOf,
        long revision,
        boolean isStopped,
        Optional<String> failure,
        List<CoupledPrice> lines,
        List<PriceLimitWorth> limits,
        double value,
        double bound,
        List<String> notes) {

    public PricePlan {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
        notes = List.copyOf(notes);
    }

    public Optional<CoupledPrice> line(SkuInChannel pair) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).pair().compareTo(pair) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return lines.stream()
                .skip(low)
                .limit(1)
                .filter(it -> it.pair().equals(pair))
                .findFirst();
    }

    /** The prices that are to change. */
    public Stream<Decision<PriceChange>> changes() {
        return lines.stream().map(CoupledPrice::decision).filter(it -> it.action()
                .isPresent());
    }

    /** Prices that stay because their rules cannot hold. Where there are none, all rules hold but those that {@link #notes} says gave way. */
    public Stream<CoupledPrice> stuck() {
        return lines.stream().filter(CoupledPrice::isStuck);
    }

    /** Rules that cannot hold together, each set once. */
    public List<PriceClash> clashes() {
        return lines.stream().flatMap(it -> it.clash().stream()).distinct().toList();
    }

    /** By how much the best prices could be better at most; 0 where these are proved to be the best. */
    public double gap() {
        return Math.max(0, bound - value);
    }
}
