package dev.storetwin.core.guardrail;

import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.OrderAge;
import dev.storetwin.guardrail.OrderValue;
import dev.storetwin.guardrail.OrderedLine;
import dev.storetwin.guardrail.Refunded;
import dev.storetwin.state.LineState;
import dev.storetwin.state.OrderState;
import dev.storetwin.state.Purchase;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What rules may know about one order. */
final class OrderFacts {

    private OrderFacts() {}

    static void add(TwinState state, OrderId id, Instant asOf, FactNeeds needs, List<Fact> facts) {
        if (needs.isWanted(OrderAge.class)
                || needs.isWanted(OrderValue.class)
                || needs.isWanted(OrderedLine.class)
                || needs.isWanted(Refunded.class)) {
            state.orders().find(id).ifPresent(it -> add(state, it, asOf, needs, facts));
        }
    }

    private static void add(TwinState state, OrderState order, Instant asOf, FactNeeds needs, List<Fact> facts) {
        var id = order.order();
        order.placedAt().map(it -> new OrderAge(id, days(it, asOf))).ifPresent(facts::add);
        order.lines().forEach(it -> facts.add(line(id, it)));
        refunded(order).forEach(it -> facts.add(new Refunded(id, it)));
        if (needs.isWanted(OrderValue.class)) {
            value(state, order).map(it -> new OrderValue(id, it)).ifPresent(facts::add);
        }
    }

    private static double days(Instant from, Instant until) {
        return Duration.between(from, until).toMinutes() / 1440.0;
    }

    private static OrderedLine line(OrderId order, LineState line) {
        var ordered = line.ordered().minus(line.cancelled());
        return new OrderedLine(order, line.lineId(), line.sku(), ordered, line.shipped(), line.returned());
    }

    /** One sum for each currency, in order of its code. */
    private static Iterable<Money> refunded(OrderState order) {
        var byCurrency = new TreeMap<String, Money>();
        order.refunded().forEach(it -> byCurrency.merge(it.currency().getCurrencyCode(), it, Money::plus));
        return byCurrency.values();
    }

    private static Optional<Money> value(TwinState state, OrderState order) {
        return order.subject().flatMap(it -> state.customers().purchases(it).stream()
                .filter(purchase -> purchase.order().equals(order.order()))
                .map(Purchase::revenue)
                .findFirst());
    }
}
