package dev.storetwin.pricing;

import dev.storetwin.pricing.PriceBound.Amount;
import dev.storetwin.pricing.PriceBound.Between;
import dev.storetwin.pricing.PriceBound.Count;
import dev.storetwin.pricing.PriceBound.Endings;
import dev.storetwin.pricing.PriceBound.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A limit that prices planned together keep.
 *
 * @param scope    what it is about; a limit on a sum, such as {@link Kind#MAX_MOVES}, is on all of the scope together
 * @param priority 1 is kept longest; what has the largest is given up first where not all can be kept. Empty for a rule that is never broken: rather the price stays
 */
public record PriceRule(Kind kind, PriceScope scope, PriceBound bound, OptionalInt priority) {

    /** What kinds of rules there are, in the order in which a merchant would rather give way. */
    public enum Kind {
        /** What is to be made most of: {@link PriceBound.Aim}. */
        AIM,
        /** What a unit that is left over is worth: money, or a share of its cost. */
        SALVAGE,
        /** What a change costs: money, or a share of what the present price brings. */
        CHANGE_COST,
        /** Only what other rules force is changed. */
        FEWEST_CHANGES,
        /** How new prices end: {@link Endings}. */
        ENDING,
        /** How far a price moves at least, when it does: share or money. */
        MIN_CHANGE,
        /** So many changes in the scope at most: {@link Count}. */
        MAX_MOVES,
        /** So much money is given away by lower prices in the scope at most, on what is expected to be sold: money. */
        MARKDOWN_BUDGET,
        /** Prices of a family differ by so much at most, share or money; 0 for one price. */
        FAMILY_BAND,
        /** In a family the bigger is never cheaper than the smaller, and never dearer for its size where sizes are known. */
        SIZE_ORDER,
        /** Prices of one thing in several channels differ by so much at most: share or money. */
        PARITY,
        /** A price lies between these shares of the competitor's: {@link Between}. */
        COMPETITOR_INDEX,
        /** A new price is not below this share of the lowest of the last thirty days. */
        LOWEST_PRICE,
        /** How far a price moves at most: share or money. */
        MAX_CHANGE,
        /** How far a price rises at most: share or money. */
        MAX_RISE,
        /** How far a price falls at most: share or money. */
        MAX_CUT,
        /** No price above: money. */
        MAX_PRICE,
        /** No price below: money. */
        MIN_PRICE,
        /** Margin of a unit at least: a share of the net price, or money. */
        MARGIN_FLOOR,
        /** The price stays. */
        FREEZE;

        /** As files and reasons spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PriceRule {
        if (!fits(kind, bound)) {
            throw new IllegalArgumentException("""
                    %s cannot be %s.
                    Maybe the bound of another rule was meant.""".formatted(kind.word(), bound));
        }
    }

    private static boolean fits(Kind kind, PriceBound bound) {
        return switch (kind) {
            case AIM -> bound instanceof PriceBound.Aim;
            case FEWEST_CHANGES, SIZE_ORDER, FREEZE -> bound instanceof PriceBound.Plain;
            case ENDING -> bound instanceof Endings;
            case MAX_MOVES -> bound instanceof Count;
            case COMPETITOR_INDEX -> bound instanceof Between;
            case MARKDOWN_BUDGET, MAX_PRICE, MIN_PRICE -> bound instanceof Amount;
            case LOWEST_PRICE -> bound instanceof Share;
            case MARGIN_FLOOR ->
                bound instanceof Amount
                        || (bound instanceof Share it && it.share().compareTo(BigDecimal.ONE) < 0);
            default -> bound instanceof Share || bound instanceof Amount;
        };
    }

    /** A rule without a number, such as {@link Kind#FREEZE}. */
    public static PriceRule of(Kind kind) {
        return new PriceRule(kind, PriceScope.EVERYTHING, PriceBound.PLAIN, OptionalInt.empty());
    }

    /** A rule with a share, for example {@code share(MARGIN_FLOOR, ".2")} for 20 %. */
    public static PriceRule share(Kind kind, String share) {
        return of(kind, new Share(new BigDecimal(share)));
    }

    /** A rule with money in the currency of the prices. */
    public static PriceRule amount(Kind kind, String amount) {
        return of(kind, new Amount(new BigDecimal(amount)));
    }

    public static PriceRule maxMoves(long count) {
        return of(Kind.MAX_MOVES, new Count(count));
    }

    public static PriceRule endings(String... endings) {
        return of(Kind.ENDING, new Endings(List.of(endings)));
    }

    public static PriceRule aim(PriceAim aim) {
        return of(Kind.AIM, new PriceBound.Aim(aim));
    }

    /** Between two shares of the competitor's price. */
    public static PriceRule competitorIndex(String low, String high) {
        return of(Kind.COMPETITOR_INDEX, new Between(new BigDecimal(low), new BigDecimal(high)));
    }

    private static PriceRule of(Kind kind, PriceBound bound) {
        return new PriceRule(kind, PriceScope.EVERYTHING, bound, OptionalInt.empty());
    }

    /** The same for less than everything. */
    public PriceRule within(PriceScope narrower) {
        return new PriceRule(kind, narrower, bound, priority);
    }

    /** The same as a wish: it is given up where not all can be kept, the largest priority first. */
    public PriceRule asWish(int rank) {
        return new PriceRule(kind, scope, bound, OptionalInt.of(rank));
    }

    /** The same with another bound. */
    public PriceRule withBound(PriceBound other) {
        return new PriceRule(kind, scope, other, priority);
    }

    /** For example {@code margin_floor 20 % (family:shirts)}. */
    @Override
    public String toString() {
        var amount = bound.toString();
        return "%s%s (%s)".formatted(kind.word(), amount.isEmpty() ? "" : " " + amount, scope);
    }
}
