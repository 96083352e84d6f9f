package dev.storetwin.core.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.fulfillment.SourcingPlan;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.merchandising.Ranking;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.proposal.Action;
import dev.storetwin.returns.Disposition;
import dev.storetwin.returns.Fate;
import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutlinedActionsTest {

    private static final Sku MUG = Sku.of("MUG 1 from 2");
    private static final Channel WEB = Channel.of("web, de");
    private static final NodeId HERE = NodeId.of("north to south");
    private static final NodeId THERE = NodeId.of("from east");
    private static final OrderId ORDER = OrderId.of("#1001");
    private static final Instant NOON = Instant.parse("2025-03-07T12:00:00Z");

    static List<Action> actions() {
        return List.of(
                new PriceChange(MUG, WEB, euro("19.99"), euro("17.995")),
                new PromotionPlan(MUG, WEB, euro("20"), euro("15.00"), NOON, NOON.plusSeconds(60)),
                new Replenishment(MUG, HERE, Quantity.of("2.5"), Optional.empty()),
                new Replenishment(MUG, HERE, Quantity.of(12), Optional.of(euro("48.00"))),
                new Transfer(MUG, HERE, THERE, Quantity.of(12)),
                new Transfer(MUG, THERE, HERE, Quantity.of(1)),
                new SourcingPlan(ORDER, HERE, CarrierId.of("dhl"), "parcel/24 at home", NOON),
                new Ranking(MUG, WEB, "mugs and page 2", 3));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void every_kind_comes_back_from_its_outline(Action action) {
        assertThat(OutlinedActions.of(action.outline())).contains(action);
    }

    @ParameterizedTest
    @EnumSource
    void goods_that_came_back_do_so_with_every_fate(Fate fate) {
        var disposition = new Disposition(ORDER, "2, refund", MUG, HERE, Quantity.of(1), fate, euro("9.90"));

        assertThat(OutlinedActions.of(disposition.outline())).contains(disposition);
    }

    @Test
    void words_about_another_thing_or_of_no_kind_are_no_action() {
        var transfer = new Transfer(MUG, HERE, THERE, Quantity.of(12)).outline();
        var promotion = actions().get(1).outline();

        assertThat(Stream.of(
                        withWords(transfer, "order 13 by somebody"),
                        withWords(transfer, "move 12 from north to elsewhere"),
                        withWords(transfer, "price 1.00 EUR -> 2.00 EUR"),
                        withWords(promotion, "place 0 on page mugs")))
                .allSatisfy(it -> assertThat(OutlinedActions.of(it)).isEmpty());
    }

    private static ActionOutline withWords(ActionOutline of, String words) {
        return new ActionOutline(of.capability(), of.target(), of.commitment(), of.replaces(), words);
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
