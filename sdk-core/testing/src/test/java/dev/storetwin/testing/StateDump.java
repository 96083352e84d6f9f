package dev.storetwin.testing;

import dev.storetwin.event.StockKind;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Every answer that every view of a state gives about some things, one line each: two states that dump alike are alike. */
final class StateDump {

    /**
     * What is asked about.
     *
     * @param from  first day
     * @param until first day after
     */
    record Subjects(
            List<Sku> skus,
            List<Channel> channels,
            List<NodeId> nodes,
            List<OrderId> orders,
            List<SubjectId> shoppers,
            List<DecisionId> decisions,
            LocalDate from,
            LocalDate until) {}

    private final TwinState state;
    private final Subjects about;
    private final List<String> lines = new ArrayList<>();

    private StateDump(TwinState state, Subjects about) {
        this.state = state;
        this.about = about;
    }

    static List<String> of(TwinState state, Subjects about) {
        var dump = new StateDump(state, about);
        dump.shop();
        about.skus().forEach(dump::sku);
        dump.commitments();
        return List.copyOf(dump.lines);
    }

    private void line(String name, Object value) {
        lines.add(name + ": " + Transcript.of(value));
    }

    private List<Instant> moments() {
        return about.from()
                .datesUntil(about.until())
                .map(it -> it.atStartOfDay(state.zone()).toInstant().plus(Duration.ofHours(11)))
                .toList();
    }

    private void shop() {
        line("skus", state.catalog().skus());
        line("first day", state.demand().firstDay());
        line("last day", state.demand().lastDay());
        line("orders", state.orders().count());
        about.orders().forEach(it -> line("order " + it, state.orders().find(it)));
        line("customers", state.customers().count());
        about.shoppers().forEach(it -> line("customer " + it, state.customers().find(it)));
        about.shoppers().forEach(it -> line("purchases " + it, state.customers().purchases(it)));
        deliveries();
        line("channels", state.network().channels());
        about.channels().forEach(it -> line("channel " + it, state.network().channel(it)));
        line("nodes", state.network().nodes());
        about.nodes().forEach(it -> line("node " + it, state.network().node(it)));
        about.nodes().forEach(it -> line("cut-offs " + it, state.network().cutOffs(it)));
        moments().forEach(it -> line("outages " + it, state.network().outagesAt(it)));
    }

    private void deliveries() {
        var deliveries = state.deliveries();
        line("carriers", deliveries.carriers());
        deliveries.carriers().forEach(it -> line("kept by " + it, deliveries.of(it, about.from(), about.until())));
        about.nodes().forEach(it -> line("kept from " + it, deliveries.of(it, about.from(), about.until())));
        line("kept by the shop", deliveries.ofShop(about.from(), about.until()));
    }

    private void sku(Sku sku) {
        var catalog = state.catalog();
        line(sku + " resolves", catalog.resolve(sku));
        line(sku + " variant", catalog.variant(sku));
        line(sku + " cost", catalog.cost(sku));
        line(sku + " terms", catalog.terms(sku));
        line(sku + " priced in", catalog.channels(sku));
        line(sku + " sold in", state.demand().channels(sku));
        line(sku + " sales", state.demand().sales(sku, about.from(), about.until()));
        about.channels().forEach(it -> sku(sku, it));
        line(sku + " known", state.stock().isKnown(sku));
        line(sku + " lies at", state.stock().nodes(sku));
        line(sku + " total", state.stock().total(sku));
        about.nodes().forEach(it -> sku(sku, it));
        moments().forEach(it -> line(sku + " available at " + it, state.stock().availableAt(sku, it)));
    }

    private void sku(Sku sku, Channel channel) {
        var name = sku + "@" + channel;
        line(name + " prices", state.catalog().priceHistory(sku, channel));
        line(name + " competitors", state.catalog().competitorPrices(sku, channel));
        line(name + " promotions", state.catalog().promotions(sku, channel));
        line(name + " sales", state.demand().sales(sku, channel, about.from(), about.until()));
        line(name + " units", state.demand().units(sku, channel, about.from(), about.until()));
        moments()
                .forEach(
                        it -> line(name + " echo", state.commitments().echoOf(sku, channel, Money.of("9", "EUR"), it)));
        line(name + " tried", state.commitments().tried(sku, channel));
        line(name + " overruled", state.commitments().isOverruled(sku, channel));
    }

    private void sku(Sku sku, NodeId node) {
        var name = sku + "#" + node;
        line(name + " level", state.stock().level(sku, node));
        line(name + " inbound", state.stock().inbound(sku, node));
        line(name + " receipts", state.stock().receipts(sku, node));
        for (var kind : StockKind.values()) {
            line(name + " " + kind, state.stock().onHand(sku, node, kind));
        }
        moments().forEach(it -> line(name + " at " + it, state.stock().onHandAt(sku, node, it)));
        moments().forEach(it -> line(name + " available at " + it, state.stock().availableAt(sku, node, it)));
    }

    private void commitments() {
        var commitments = state.commitments();
        line("kill switch", commitments.killSwitchEngaged());
        for (var capability : Capability.values()) {
            line("autonomy " + capability, commitments.autonomy(capability));
            line("spent " + capability, commitments.spent(capability, moments().get(0), Instant.MAX));
            line("frozen " + capability, commitments.explorationFrozen(capability));
            line(
                    "regret " + capability,
                    commitments.regret(capability, moments().get(0), Town.at(1_000_000)));
            for (var sku : about.skus()) {
                line(
                        "regret " + capability + " of " + sku,
                        commitments.regret(capability, sku, moments().get(0), Instant.MAX));
                about.channels()
                        .forEach(it ->
                                line("last " + capability, commitments.lastApplied(capability, Target.of(sku, it))));
                about.nodes()
                        .forEach(it ->
                                line("last " + capability, commitments.lastApplied(capability, Target.of(sku, it))));
            }
        }
        about.decisions().forEach(it -> line("stage " + it, commitments.stage(it)));
        about.decisions().forEach(it -> line("approved " + it, commitments.isApproved(it)));
        about.decisions().forEach(it -> line("undertaking " + it, commitments.undertaking(it)));
        line("open", commitments.open());
    }
}
