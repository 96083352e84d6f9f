package dev.storetwin.core.guardrail;

import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.CutOffChanged;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSource;
import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.CutOff;
import dev.storetwin.guardrail.DayStartPrice;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.MinimumOrder;
import dev.storetwin.guardrail.Moment;
import dev.storetwin.guardrail.PackSize;
import dev.storetwin.guardrail.Spend;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.guardrail.WeekSpend;
import dev.storetwin.proposal.Action;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Collects what rules may know about one action from the state of the shop and the merchant's limits. */
public final class ShopFacts {

    private final FeatureSource features;
    private final Limits limits;
    private volatile Merged merged;

    /** The limits of the rules in force, and those with the builder's beneath. */
    private record Merged(List<Fact> ofRules, Limits all) {}

    public ShopFacts(FeatureSource features, List<Limit> limits) {
        this.features = features;
        this.limits = new Limits(limits);
        this.merged = new Merged(List.of(), this.limits);
    }

    /**
     * What does not depend on the action but on its target.
     *
     * @param gate whose limits win over those given to the builder
     */
    public GuardrailContext about(TwinState state, Capability capability, Target target, Instant asOf, Gate gate) {
        var facts = new ArrayList<Fact>();
        facts.add(Moment.of(asOf, state.zone()));
        facts.add(new WeekSpend(spentThisWeek(state, capability, asOf)));
        target.sku().ifPresent(sku -> addSku(state, sku, asOf, facts));
        target.channel().ifPresent(channel -> addChannel(state, channel, facts));
        target.sku()
                .ifPresent(sku -> target.channel().ifPresent(channel -> addDayStart(state, sku, channel, asOf, facts)));
        target.node().ifPresent(node -> addCutOffs(state, node, asOf, facts));
        facts.addAll(limits(gate).of(target, facts));
        return new GuardrailContext(asOf, state.zone(), facts);
    }

    /** Merged once for each set of rules. */
    private Limits limits(Gate gate) {
        var ofRules = gate.limits();
        var last = merged;
        if (last.ofRules() != ofRules) {
            last = new Merged(ofRules, limits.under(ofRules));
            merged = last;
        }
        return last.all();
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

    private void addSku(TwinState state, Sku sku, Instant asOf, List<Fact> facts) {
        state.catalog().cost(sku).ifPresent(it -> facts.add(new LandedCost(sku, it)));
        state.catalog().variant(sku).flatMap(Variant::category).ifPresent(it -> facts.add(new Category(sku, it)));
        state.catalog().terms(sku).ifPresent(terms -> {
            terms.minimumOrder().ifPresent(it -> facts.add(new MinimumOrder(sku, it)));
            terms.packSize().ifPresent(it -> facts.add(new PackSize(sku, it)));
        });
        var vector = features.read(state, FeatureEntity.of(sku), asOf);
        var units = vector.value(ShopFeatures.AVAILABLE_UNITS);
        var days = vector.value(ShopFeatures.DAYS_OF_COVER);
        if (units.isPresent() && days.isPresent()) {
            facts.add(new StockCover(sku, units.getAsDouble(), days.getAsDouble()));
        }
    }

    private static void addChannel(TwinState state, Channel channel, List<Fact> facts) {
        state.network()
                .channel(channel)
                .flatMap(ChannelDefined::region)
                .ifPresent(region -> facts.add(new Market(channel, region)));
    }

    private static void addDayStart(TwinState state, Sku sku, Channel channel, Instant asOf, List<Fact> facts) {
        var dayStart = asOf.atZone(state.zone())
                .toLocalDate()
                .atStartOfDay(state.zone())
                .toInstant();
        state.catalog()
                .price(sku, channel, dayStart)
                .ifPresent(it -> facts.add(new DayStartPrice(sku, channel, it.price())));
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
