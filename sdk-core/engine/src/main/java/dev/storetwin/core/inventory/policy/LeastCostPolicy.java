package dev.storetwin.core.inventory.policy;

import dev.storetwin.core.inventory.LeastCostOrder;
import java.util.List;
import java.util.Optional;

/**
 * The library's own: the order that costs least over futures of demand.
 *
 * @param safety factor on the cost of a shortage: above 1 for more stock than costs alone ask for
 * @param reviews that an order is made to last for
 * @param paths  futures that quantities are tried on
 */
record LeastCostPolicy(PanelForecaster by, double safety, int reviews, int paths, long seed) implements ItemPolicy {

    @Override
    public String name() {
        return "least cost x%s over %d by %s".formatted(Digits.of(safety), reviews, by.name());
    }

    @Override
    public String family() {
        return "least cost";
    }

    @Override
    public List<PanelForecaster> forecasters() {
        return List.of(by);
    }

    @Override
    public Optional<PolicySettings> settings() {
        return Optional.of(new PolicySettings(by.name(), safety, reviews));
    }

    @Override
    public int reach(int lead, int review) {
        return lead + 2 * reviews * review;
    }

    @Override
    public long order(OrderMoment moment, int item) {
        var terms = moment.terms(item);
        var shelf = moment.shelf(item);
        var rule = new LeastCostOrder(
                terms.lead(), reviews * moment.review(), terms.holding(), safety * terms.shortage(), terms.writeOff());
        return rule.units(moment.futures(by, item, rule.horizon(), paths, seed), shelf.onHand(), shelf.inTransit());
    }
}
