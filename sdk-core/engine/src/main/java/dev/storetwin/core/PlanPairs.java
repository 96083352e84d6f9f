package dev.storetwin.core;

import dev.storetwin.core.state.Workers;
import dev.storetwin.event.NodeKind;
import dev.storetwin.inventory.SkuAtNode;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which pairs a plan covers that names none. */
final class PlanPairs {

    private static final Logger LOG = LoggerFactory.getLogger(PlanPairs.class);

    private static final int PART = 256;

    private PlanPairs() {}

    /** Every SKU whose stock is counted, at every active node that holds, awaits or owes it, in order. */
    static List<SkuAtNode> all(TwinState state, Workers workers) {
        var skus = state.catalog().skus();
        var parts = new ArrayList<List<SkuAtNode>>(Collections.nCopies((skus.size() + PART - 1) / PART, List.of()));
        workers.run(parts.size(), part -> {
            var some = skus.subList(part * PART, Math.min(skus.size(), (part + 1) * PART));
            parts.set(part, some.stream().flatMap(it -> of(state, it).stream()).toList());
        });
        return parts.stream().flatMap(List::stream).toList();
    }

    /** The pairs of before, with those of some SKUs looked up again. */
    static List<SkuAtNode> after(List<SkuAtNode> before, TwinState state, Set<Sku> changed) {
        var pairs = new ArrayList<SkuAtNode>(before.size());
        before.stream().filter(it -> !changed.contains(it.sku())).forEach(pairs::add);
        changed.forEach(it -> pairs.addAll(of(state, it)));
        Collections.sort(pairs);
        return pairs;
    }

    private static List<SkuAtNode> of(TwinState state, Sku sku) {
        return isCounted(state, sku)
                ? state.stock().nodes(sku).stream()
                        .filter(it -> serves(state, it))
                        .map(it -> new SkuAtNode(sku, it))
                        .toList()
                : List.of();
    }

    /** Also what cannot be read: its line will say so. */
    private static boolean isCounted(TwinState state, Sku sku) {
        try {
            return state.catalog().variant(sku).filter(Variant::isStocked).isPresent();
        } catch (RuntimeException unreadable) {
            LOG.error("What the catalog says of {} cannot be read", sku, unreadable);
            return true;
        }
    }

    private static boolean serves(TwinState state, NodeId node) {
        return state.network()
                .node(node)
                .map(it -> it.active() && it.kind() != NodeKind.SUPPLIER)
                .orElse(true);
    }
}
