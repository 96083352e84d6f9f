package dev.storetwin.core;

import dev.storetwin.core.feature.FeatureCatalogue;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.inventory.ReplenishmentPlanner;
import dev.storetwin.inventory.TransferPlanner;
import dev.storetwin.pricing.PricePlanner;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a decision that are the host's own code.
 *
 * @param guardrails in Java, beside the rules
 * @param features   that rules may name: the shop's and its own
 */
record HostCode(
        Optional<PricePlanner> pricing,
        Optional<ReplenishmentPlanner> inventory,
        Optional<TransferPlanner> transfers,
        List<Guardrail<?>> guardrails,
        FeatureCatalogue features) {

    /** A twin whose host brings nothing. */
    static final HostCode NONE =
            new HostCode(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), FeatureCatalogue.ofShop());

    /**
     * What the parts are called.
     *
     * @param pricing    class of the planner; empty for ours
     * @param inventory  class of the planner; empty for ours
     * @param transfers  class of the planner; empty for ours
     * @param guardrails their classes, in order
     */
    record Names(
            Optional<String> pricing, Optional<String> inventory, Optional<String> transfers, List<String> guardrails) {

        Names {
            guardrails = List.copyOf(guardrails);
        }
    }

    Names names() {
        return new Names(
                pricing.map(HostCode::name),
                inventory.map(HostCode::name),
                transfers.map(HostCode::name),
                guardrails.stream().map(HostCode::name).toList());
    }

    /** A lambda is named by the class that it stands in: its own name is another one in each process. */
    private static String name(Object part) {
        var name = part.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : name.substring(0, lambda) + " (lambda)";
    }
}
