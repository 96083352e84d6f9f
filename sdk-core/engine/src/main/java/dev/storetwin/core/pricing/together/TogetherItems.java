package dev.storetwin.core.pricing.together;

import dev.storetwin.core.feature.NetPrice;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.core.pricing.ShrunkenElasticity;
import dev.storetwin.core.pricing.plan.PriceOptimiser;
import dev.storetwin.core.pricing.plan.PriceStatus;
import dev.storetwin.core.pricing.plan.PriceTicks;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceWishes;
import dev.storetwin.pricing.SkuInChannel;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Belief;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the shop knows of things whose prices are planned together, as the optimiser takes it.
 *
 * <p>How it works: each price was scored and judged as for a single recommendation. What passes is a rung, and what a guardrail made of a price is one
 * where that passes. What does not pass, or waits for a yes, is none: so whatever the optimiser makes of the rules, it makes of prices that may be.
 */
public final class TogetherItems {

    private static final String UNITS = "expected units";

    private final TwinState state;
    private final Instant asOf;
    private final PriceWishes wishes;
    private final PricingOptions options;
    private final PriceTicks ticks;
    private final TogetherPeers peers = new TogetherPeers();

    /**
     * Reads what stands.
     *
     * @param options how single prices are planned
     */
    public TogetherItems(
            TwinState state, Instant asOf, PriceWishes wishes, PricingOptions options, Collection<SkuInChannel> pairs) {
        this.state = state;
        this.asOf = asOf;
        this.wishes = wishes;
        this.options = options;
        this.ticks = ticks(state, asOf, pairs);
        pairs.forEach(pair -> present(pair).ifPresent(it -> peers.add(traits(pair), ticks.exactly(it.amount()))));
    }

    /** As fine as the finest price that stands, as a till charges at least. */
    private static PriceTicks ticks(TwinState state, Instant asOf, Collection<SkuInChannel> pairs) {
        int minor = Math.max(0, state.currency().getDefaultFractionDigits());
        int finest = pairs.stream()
                .flatMap(it -> state.catalog().price(it.sku(), it.channel(), asOf).stream())
                .mapToInt(it -> it.price().amount().stripTrailingZeros().scale())
                .filter(it -> it <= PriceTicks.MOST_DIGITS)
                .max()
                .orElse(minor);
        return new PriceTicks(minor, Math.max(minor, finest));
    }

    /** Of the currency of the shop. */
    public PriceTicks ticks() {
        return ticks;
    }

    /** The price that stands, where it is one that can be planned with. */
    public Optional<Money> present(SkuInChannel pair) {
        return point(pair)
                .map(PricePoint::price)
                .filter(it -> it.currency().equals(state.currency()) && it.isPositive() && ticks.holds(it.amount()));
    }

    private Optional<PricePoint> point(SkuInChannel pair) {
        return state.catalog().price(pair.sku(), pair.channel(), asOf);
    }

    /** What the price is planned for. */
    public PriceAim aim(SkuInChannel pair) {
        return PriceOptimiser.aim(traits(pair), wishes.rules()).orElse(options.objective());
    }

    /** Prices that rules may want beside the usual ones. */
    public List<Money> also(SkuInChannel pair) {
        return present(pair).stream()
                .flatMap(it -> also(ticks.exactly(it.amount()), traits(pair)))
                .distinct()
                .map(this::money)
                .toList();
    }

    private Stream<Long> also(long present, PricedItem.Traits traits) {
        var ladder = new TogetherLadder(options.moves(), ticks);
        var rules = wishes.rules();
        return Stream.concat(
                ladder.of(present, traits, rules).stream(),
                peers.of(present, traits, rules, ladder.low(present), ladder.high(present)).stream());
    }

    /** A price of the shop. */
    public Money money(long price) {
        return new Money(ticks.amount(price), state.currency());
    }

    /**
     * Something whose price can be another one.
     *
     * @param passing    what guardrails made of every price that they let pass, doing nothing among them
     * @param elasticity that the prices were scored with; empty where nobody tells
     */
    public PricedItem movable(
            SkuInChannel pair, List<Alternative<PriceChange>> passing, Optional<ShrunkenElasticity> elasticity) {
        var told = told(pair, passing);
        return item(
                pair,
                elasticity.map(this::demand).orElseGet(PricedItem.Demand::unknown),
                told.stream().map(PricedItem.Told::price).toList(),
                Optional.empty(),
                told);
    }

    /** Something whose price stays. */
    public PricedItem still(SkuInChannel pair, PriceStatus status, String why) {
        return item(
                pair,
                PricedItem.Demand.unknown(),
                List.of(),
                Optional.of(new PricedItem.Still(status, why)),
                List.of());
    }

    /** Why nothing can be planned, where that is so. */
    public static Optional<String> missing(Proposal<PriceChange> proposal) {
        return proposal.isInsufficient() ? Optional.of(String.join("; ", proposal.missing())) : Optional.empty();
    }

    private PricedItem item(
            SkuInChannel pair,
            PricedItem.Demand demand,
            List<Long> ladder,
            Optional<PricedItem.Still> still,
            List<PricedItem.Told> told) {
        var marks = new TogetherMarks(state, asOf, ticks).of(pair, wishes.size());
        return new PricedItem(pair.toString(), traits(pair), unit(pair), demand, marks, ladder, still, told);
    }

    private PricedItem.Traits traits(SkuInChannel pair) {
        var variant = state.catalog().variant(pair.sku());
        return new PricedItem.Traits(
                pair.sku().value(),
                variant.flatMap(Variant::product).map(it -> it.value()).orElse(""),
                variant.flatMap(Variant::category).orElse(""),
                pair.channel().value(),
                "");
    }

    /** A cost in another currency is as good as none: where it matters, the price stays for that reason. */
    private PricedItem.Unit unit(SkuInChannel pair) {
        var point = point(pair).orElseThrow();
        var cost = state.catalog()
                .cost(pair.sku())
                .filter(it -> it.currency().equals(state.currency()))
                .map(Money::amount)
                .orElse(BigDecimal.ZERO);
        var net = NetPrice.of(state, pair.sku(), pair.channel(), point, options.taxRate());
        return new PricedItem.Unit(
                ticks.exactly(point.price().amount()), cost, BigDecimal.valueOf(net.taxRate()), 0, 0);
    }

    private PricedItem.Demand demand(ShrunkenElasticity known) {
        double doubt = options.caution() * known.standardError();
        return new PricedItem.Demand(
                OptionalDouble.empty(),
                known.value(),
                known.value() - doubt,
                Math.min(0, known.value() + doubt),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private List<PricedItem.Told> told(SkuInChannel pair, List<Alternative<PriceChange>> passing) {
        var byPrice = new TreeMap<Long, PricedItem.Told>();
        long present = ticks.exactly(present(pair).orElseThrow().amount());
        passing.forEach(it -> price(it, present).ifPresent(price -> byPrice.putIfAbsent(price, told(price, it))));
        return List.copyOf(byPrice.values());
    }

    /** Empty where a guardrail made a price that no till can charge. */
    private Optional<Long> price(Alternative<PriceChange> alternative, long present) {
        return alternative
                .action()
                .map(it -> Optional.of(it.to().amount()).filter(ticks::holds).map(ticks::exactly))
                .orElse(Optional.of(present));
    }

    private static PricedItem.Told told(long price, Alternative<PriceChange> scored) {
        double units = scored.evidence().stream()
                .filter(it -> it.name().equals(UNITS))
                .mapToDouble(Evidence::value)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
        double expected = scored.belief().map(Belief::mean).orElse(scored.expectedValue());
        return new PricedItem.Told(price, scored.expectedValue(), expected, units);
    }
}
