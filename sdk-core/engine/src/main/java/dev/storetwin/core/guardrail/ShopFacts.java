package dev.storetwin.core.guardrail;

import dev.storetwin.core.feature.FeatureCatalogue;
import dev.storetwin.core.feature.RememberedFeatures;
import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.CutOffChanged;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSource;
import dev.storetwin.feature.Grain;
import dev.storetwin.guardrail.CarrierOutage;
import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.CutOff;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Location;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.MinimumOrder;
import dev.storetwin.guardrail.Moment;
import dev.storetwin.guardrail.NodeOutage;
import dev.storetwin.guardrail.NodeStock;
import dev.storetwin.guardrail.PackSize;
import dev.storetwin.guardrail.Spend;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.guardrail.WeekSpend;
import dev.storetwin.proposal.Action;
import dev.storetwin.state.LineState;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Place;
import dev.storetwin.type.Region;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what rules may know about one action from the state of the shop and the merchant's limits. */
public final class ShopFacts {

    private static final int KEPT_COVERS = 1_024;

    private final FeatureSource cover;
    private final FeatureCatalogue catalogue;
    private final Limits limits;
    private volatile @Nullable ByGate last;

    /**
     * What depends on the guardrails in force alone.
     *
     * @param limits those of the rules, and those given to the builder beneath
     */
    private record ByGate(FactNeeds needs, Limits limits, Figures figures) {}

    /**
     * @param catalogue of the features that rules may name
     * @param limits    the merchant's numbers beside those of the rules
     */
    public ShopFacts(FeatureCatalogue catalogue, List<Limit> limits) {
        this.cover = new RememberedFeatures(
                catalogue.set(Grain.SKU, List.of(ShopFeatures.AVAILABLE_UNITS, ShopFeatures.DAYS_OF_COVER)),
                KEPT_COVERS);
        this.catalogue = catalogue;
        this.limits = new Limits(limits);
    }

    /**
     * What does not depend on the action but on its target: of all that is known, what the guardrails can look at.
     *
     * @param gate whose limits win over those given to the builder
     */
    public GuardrailContext about(TwinState state, Capability capability, Target target, Instant asOf, Gate gate) {
        var byGate = by(gate);
        var needs = byGate.needs();
        var facts = new ArrayList<Fact>();
        facts.add(Moment.of(asOf, state.zone()));
        if (needs.isWanted(WeekSpend.class)) {
            facts.add(new WeekSpend(spentThisWeek(state, capability, asOf)));
        }
        target.sku().ifPresent(sku -> addSku(state, sku, asOf, needs, facts));
        target.channel().ifPresent(channel -> addChannel(state, channel, facts));
        target.sku().ifPresent(sku -> target.channel()
                .ifPresent(channel -> PriceFacts.add(state, sku, channel, asOf, needs, facts)));
        target.order().ifPresent(order -> OrderFacts.add(state, order, asOf, needs, facts));
        if (needs.isWanted(NodeStock.class)) {
            skus(state, target).forEach(sku -> addStock(state, sku, facts));
        }
        nodes(state, target).forEach(node -> addNode(state, node, asOf, needs, facts));
        if (needs.isWanted(NodeOutage.class) || needs.isWanted(CarrierOutage.class)) {
            addOutages(state, asOf, facts);
        }
        facts.addAll(byGate.limits().of(target, facts));
        facts.addAll(byGate.figures().of(state, target, asOf));
        facts.removeIf(it -> !needs.isWanted(it.getClass()));
        return new GuardrailContext(asOf, state.zone(), facts);
    }

    /**
     * What guardrails can look at that may change for all targets at once, while nothing becomes known of them: the week's spend and outages. Empty
     * when they can look at more, such as the time or a feature; then nothing can be said.
     */
    public Optional<List<Fact>> ofEverybody(TwinState state, Instant asOf, Gate gate) {
        var byGate = by(gate);
        var needs = byGate.needs();
        if (needs.isWanted(Moment.class)
                || needs.isWanted(StockCover.class)
                || !byGate.figures().versions().isEmpty()) {
            return Optional.empty();
        }
        var facts = new ArrayList<Fact>();
        if (needs.isWanted(WeekSpend.class)) {
            facts.add(new WeekSpend(spentThisWeek(state, Capability.INVENTORY, asOf)));
        }
        if (needs.isWanted(NodeOutage.class) || needs.isWanted(CarrierOutage.class)) {
            addOutages(state, asOf, facts);
        }
        return Optional.of(facts);
    }

    /** The features that the guardrails look at: the contents of their definitions, by name. */
    public SortedMap<String, String> versions(Gate gate) {
        var byGate = by(gate);
        var versions = new TreeMap<>(byGate.figures().versions());
        if (byGate.needs().isWanted(StockCover.class)) {
            versions.putAll(Figures.versions(cover));
        }
        return versions;
    }

    /** Made once for each set of guardrails. */
    private ByGate by(Gate gate) {
        var known = last;
        if (known == null || known.needs() != gate.needs()) {
            known = new ByGate(gate.needs(), limits.under(gate.limits()), Figures.of(catalogue, gate.needs()));
            last = known;
        }
        return known;
    }

    /** The same with what only this action says. */
    public static GuardrailContext of(Action action, GuardrailContext about) {
        return about.with(action.commitment().spend().map(Spend::new).stream().toList());
    }

    private static Money spentThisWeek(TwinState state, Capability capability, Instant asOf) {
        var today = asOf.atZone(state.zone()).toLocalDate();
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return state.commitments()
                .spent(
                        capability,
                        monday.atStartOfDay(state.zone()).toInstant(),
                        monday.plusWeeks(1).atStartOfDay(state.zone()).toInstant());
    }

    private void addSku(TwinState state, Sku sku, Instant asOf, FactNeeds needs, List<Fact> facts) {
        state.catalog().cost(sku).ifPresent(it -> facts.add(new LandedCost(sku, it)));
        state.catalog().variant(sku).flatMap(Variant::category).ifPresent(it -> facts.add(new Category(sku, it)));
        state.catalog().terms(sku).ifPresent(terms -> {
            terms.minimumOrder().ifPresent(it -> facts.add(new MinimumOrder(sku, it)));
            terms.packSize().ifPresent(it -> facts.add(new PackSize(sku, it)));
        });
        if (needs.isWanted(StockCover.class)) {
            cover(state, sku, asOf).ifPresent(facts::add);
        }
    }

    /** How long the stock of a SKU lasts; empty where that is not known. */
    public Optional<StockCover> cover(TwinState state, Sku sku, Instant asOf) {
        var vector = cover.read(state, FeatureEntity.of(sku), asOf);
        var units = vector.value(ShopFeatures.AVAILABLE_UNITS);
        var days = vector.value(ShopFeatures.DAYS_OF_COVER);
        return units.isPresent() && days.isPresent()
                ? Optional.of(new StockCover(sku, units.getAsDouble(), days.getAsDouble()))
                : Optional.empty();
    }

    /** The features behind {@link #cover}: the contents of their definitions, by name. */
    public Map<String, String> versionsOfCover() {
        return Figures.versions(cover);
    }

    private static void addChannel(TwinState state, Channel channel, List<Fact> facts) {
        state.network()
                .channel(channel)
                .flatMap(ChannelDefined::region)
                .ifPresent(region -> facts.add(new Market(channel, region)));
    }

    /** An order is about what its lines ask for. */
    private static Stream<Sku> skus(TwinState state, Target target) {
        return target.sku().isPresent()
                ? target.sku().stream()
                : target.order().flatMap(state.orders()::find).stream()
                        .flatMap(it -> it.lines().stream())
                        .map(LineState::sku)
                        .distinct();
    }

    /** At every node that holds, awaits or owes it. */
    private static void addStock(TwinState state, Sku sku, List<Fact> facts) {
        for (var node : state.stock().nodes(sku)) {
            var level = state.stock().level(sku, node);
            facts.add(new NodeStock(sku, node, level.onHand(), level.availableToPromise(), level.onOrder()));
        }
    }

    /** An order may be served from anywhere. */
    private static List<NodeId> nodes(TwinState state, Target target) {
        return target.node().isEmpty() && target.order().isPresent()
                ? state.network().nodes()
                : target.node().stream().toList();
    }

    private static void addNode(TwinState state, NodeId node, Instant asOf, FactNeeds needs, List<Fact> facts) {
        state.network().node(node).map(ShopFacts::location).ifPresent(facts::add);
        if (needs.isWanted(CutOff.class)) {
            addCutOffs(state, node, asOf, facts);
        }
    }

    private static Location location(NodeChanged node) {
        return new Location(
                node.node(),
                node.kind(),
                node.place().map(Place::country).orElse(""),
                node.place().flatMap(Place::region).map(Region::value).orElse(""),
                node.active());
    }

    /** Whatever the target is: a carrier that fails matters to all. */
    private static void addOutages(TwinState state, Instant asOf, List<Fact> facts) {
        for (var outage : state.network().outagesAt(asOf)) {
            outage.node().ifPresent(it -> facts.add(new NodeOutage(it, outage.from(), outage.reason())));
            outage.carrier().ifPresent(it -> facts.add(new CarrierOutage(it, outage.from(), outage.reason())));
        }
    }

    private static void addCutOffs(TwinState state, NodeId node, Instant asOf, List<Fact> facts) {
        var zone = state.network().node(node).flatMap(NodeChanged::zone).orElse(state.zone());
        var today = asOf.atZone(zone).toLocalDate();
        for (var cutOff : state.network().cutOffs(node)) {
            if (cutOff.days().contains(today.getDayOfWeek())) {
                facts.add(new CutOff(
                        node,
                        cutOff.service().carrier(),
                        cutOff.service().code(),
                        latest(cutOff, today, zone),
                        latest(cutOff, nextCollection(cutOff, today), zone)));
            }
        }
    }

    private static Instant latest(CutOffChanged cutOff, LocalDate day, ZoneId zone) {
        return day.atTime(cutOff.localAt()).atZone(zone).toInstant();
    }

    private static LocalDate nextCollection(CutOffChanged cutOff, LocalDate today) {
        return today.plusDays(1)
                .datesUntil(today.plusDays(8))
                .filter(day -> cutOff.days().contains(day.getDayOfWeek()))
                .findFirst()
                .orElseThrow();
    }
}
