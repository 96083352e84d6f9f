package dev.storetwin.inventory;

import dev.storetwin.proposal.Evidence;
import dev.storetwin.type.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the limits of a plan leave for one order. It stands in the evidence of the decision, so that the decision can be made again without the
 * plan.
 *
 * @param most   units, a whole number of packs or none
 * @param limits that leave no more, by name
 */
public record Allotment(Quantity most, List<String> limits) {

    private static final String MOST = "allotted by the plan";
    private static final String LIMIT = "bound by ";

    public Allotment {
        limits = List.copyOf(limits);
        if (most.isNegative()) {
            throw new IllegalArgumentException("A plan allots nothing or more, not %s.".formatted(most));
        }
    }

    /** Why an order is too much; empty for one that is not. */
    public Optional<String> refusal(Quantity ordered) {
        return ordered.compareTo(most) <= 0
                ? Optional.empty()
                : Optional.of("the plan allots at most %s (%s)".formatted(most, inWords()));
    }

    private String inWords() {
        return limits.stream().collect(Collectors.joining(", "));
    }

    /** As a decision tells it. */
    public List<Evidence> evidence() {
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence(MOST, most.toDouble(), "units"));
        limits.forEach(it -> evidence.add(new Evidence(LIMIT + it, 1, "")));
        return evidence;
    }

    /** What a decision tells of its allotment; empty for one that had none. */
    public static Optional<Allotment> of(List<Evidence> evidence) {
        var limits = evidence.stream()
                .map(Evidence::name)
                .filter(it -> it.startsWith(LIMIT))
                .map(it -> it.substring(LIMIT.length()))
                .toList();
        return evidence.stream()
                .filter(it -> it.name().equals(MOST))
                .findFirst()
                .map(it -> new Allotment(quantity(it.value()), limits));
    }

    private static Quantity quantity(double units) {
        return Quantity.of(BigDecimal.valueOf(units).setScale(3, RoundingMode.HALF_EVEN));
    }
}
