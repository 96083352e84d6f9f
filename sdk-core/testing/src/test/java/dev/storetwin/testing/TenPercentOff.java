package dev.storetwin.testing;

import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PricePlanner;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A planner whose proposals are known beforehand: ten per cent off is best, five per cent off is second. */
final class TenPercentOff implements PricePlanner {

    private static final Objective OBJECTIVE = new Objective("expected margin", "EUR");

    @Override
    public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
        var price = price(state, question);
        if (price.isEmpty()) {
            return Proposal.insufficient(
                    Capability.PRICING, question.target(), question.asOf(), OBJECTIVE, List.of(), List.of("price"));
        }
        var from = price.get();
        return new Proposal<>(
                Capability.PRICING,
                question.target(),
                question.asOf(),
                OBJECTIVE,
                List.of(
                        score(state, question, change(question, from, "0.90")),
                        score(state, question, change(question, from, "0.95")),
                        Alternative.doNothing(0)),
                List.of(new Evidence("price", from.toDouble(), "EUR")),
                List.of(),
                List.of("cheaper is better"),
                new TreeMap<>(Map.of("planner", "ten-percent-off")));
    }

    private static Optional<Money> price(TwinState state, PriceQuestion question) {
        return state.catalog()
                .price(question.sku(), question.channel(), question.asOf())
                .map(PricePoint::price);
    }

    private static PriceChange change(PriceQuestion question, Money from, String factor) {
        var to = from.times(new BigDecimal(factor)).rounded();
        return new PriceChange(question.sku(), question.channel(), from, to);
    }

    /** A euro for each per cent. */
    @Override
    public Alternative<PriceChange> score(TwinState state, PriceQuestion question, PriceChange action) {
        return Alternative.of(action, -100 * action.move());
    }
}
