package dev.storetwin;

import dev.storetwin.decision.Decision;
import dev.storetwin.inventory.Transfer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to move between nodes, each move a decision of its own with its verdicts and its line in the audit trail.
 *
 * @param asOf      the moment of the question
 * @param decisions by SKU and node; for a SKU of which nothing should move, one that says why
 * @param notes     what no decision can be about, such as a SKU that no node ever had
 */
public record RebalancingPlan(Instant asOf, List<Decision<Transfer>> decisions, List<String> notes) {

    public RebalancingPlan {
        decisions = List.copyOf(decisions);
        notes = List.copyOf(notes);
    }

    /** What is to be moved now, in the order of the decisions. */
    public List<Transfer> transfers() {
        return decisions.stream().flatMap(it -> it.action().stream()).toList();
    }

    /** What the transfers are expected to bring over leaving everything where it is, by the unit that it is counted in. */
    public SortedMap<String, Double> expectedGain() {
        var gain = new TreeMap<String, Double>();
        decisions.stream()
                .filter(it -> it.action().isPresent())
                .forEach(it -> gain.merge(it.objective().unit(), it.expectedGain(), Double::sum));
        return Collections.unmodifiableSortedMap(gain);
    }
}
