package dev.storetwin.rules.examples.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.RebalancingPlan;
import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.CountBasis;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.rules.examples.Samples;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SupplierId;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole pack in force in a twin that moves stock. */
class TransferPackTest {

    private static final Instant NOW = Instant.parse("2025-03-10T09:00:00Z");
    private static final Source TILL = Source.of("till");
    private static final Channel STORES = Channel.of("stores");
    private static final Sku MUG = Samples.MUG;
    private static final NodeId LEIPZIG = Samples.LEIPZIG;
    private static final NodeId BERLIN = Samples.BERLIN;

    private static final RuleSet PACK = RuleSet.fromClasspath(
            "rules/transfer/giver-keeps-enough.drl",
            "rules/transfer/whole-packs.drl",
            "rules/transfer/smallest-transfer.drl",
            "rules/transfer/receiver-is-short.drl",
            "rules/transfer/receiver-is-open.drl",
            "rules/transfer/limits.csv");

    /** Half a year of four to six mugs a day in packs of a dozen. */
    private static List<TwinEvent> history(long inLeipzig) {
        var start = NOW.minus(Duration.ofDays(200));
        var events = new ArrayList<TwinEvent>(List.of(
                CostChanged.of(TILL, MUG, Money.of("4.00", "EUR"), start),
                PriceChanged.of(TILL, MUG, STORES, Money.of("10.00", "EUR"), start),
                SupplierTermsChanged.of(
                        TILL, SupplierId.of("acme"), MUG, Quantity.of(12), Quantity.of(12), Duration.ofDays(14), start),
                counted(LEIPZIG, inLeipzig),
                counted(BERLIN, 2)));
        for (int day = 1; day <= 180; day++) {
            var line = OrderLine.of("1", MUG, Quantity.of(4 + day % 3), Money.of("10.00", "EUR"), TaxMode.NET);
            events.add(OrderPlaced.of(TILL, OrderId.of("o" + day), STORES, NOW.minus(Duration.ofDays(day)), line));
        }
        return events;
    }

    private static StockCounted counted(NodeId node, long units) {
        var header = EventHeader.of(TILL, EntityKind.STOCK, "count:" + node, NOW.minus(Duration.ofHours(1)));
        return new StockCounted(header, MUG, node, StockKind.SELLABLE, CountBasis.AVAILABLE, Quantity.of(units));
    }

    private static RebalancingPlan rebalanced(long inLeipzig) {
        try (Twin twin = StoreTwin.builder()
                .clock(SettableClock.at(NOW))
                .guardrails(PACK)
                .build()) {
            twin.load(history(inLeipzig).stream());
            return twin.inventory().rebalance(MUG);
        }
    }

    @Test
    void packs_travel_closed_from_where_there_is_plenty() {
        var plan = rebalanced(120);

        assertThat(plan.transfers())
                .singleElement()
                .matches(it -> it.from().equals(LEIPZIG) && it.to().equals(BERLIN))
                .matches(it -> it.quantity().isMultipleOf(Quantity.of(12)));
        assertThat(plan.decisions().get(0).ruleHits()).extracting(RuleHit::rule).contains("transfer of whole packs");
    }

    @Test
    void the_giver_keeps_ten_for_itself() {
        var plan = rebalanced(21);

        // A dozen would leave it nine.
        assertThat(plan.transfers()).isEmpty();
        assertThat(plan.decisions()).singleElement().matches(it -> it.status() == DecisionStatus.BLOCKED);
        assertThat(plan.decisions().get(0).ruleHits()).extracting(RuleHit::rule).contains("giver keeps enough");
    }
}
