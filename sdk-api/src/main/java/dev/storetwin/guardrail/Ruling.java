package dev.storetwin.guardrail;

import dev.storetwin.proposal.Action;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one guardrail found about one action: its adjustments and the rules that spoke. No hit means that it is allowed.
 *
 * @param hits        rules that spoke, in order of severity and name
 * @param adjustments other actions that rules would rather see, without repeats, in order of their words
 */
public record Ruling<A extends Action>(List<RuleHit> hits, List<A> adjustments) {

    private static final Comparator<RuleHit> MOST_SEVERE_FIRST = Comparator.comparing(RuleHit::severity)
            .reversed()
            .thenComparing(RuleHit::rule)
            .thenComparing(RuleHit::reason);
    private static final Comparator<Action> BY_WORDS = Comparator.comparing(Action::describe);

    public Ruling {
        hits = inOrder(hits, MOST_SEVERE_FIRST);
        adjustments = inOrder(adjustments, BY_WORDS);
    }

    /** Most guardrails say nothing, or one thing. */
    private static <T> List<T> inOrder(List<T> said, Comparator<? super T> order) {
        return said.size() < 2
                ? List.copyOf(said)
                : said.stream().distinct().sorted(order).toList();
    }

    public static <A extends Action> Ruling<A> allowed() {
        return new Ruling<>(List.of(), List.of());
    }

    /** A refusal by the guardrail itself, such as an error or a limit reached. */
    public static <A extends Action> Ruling<A> blocked(String rule, String reason) {
        return new Ruling<>(List.of(new RuleHit(rule, Severity.BLOCKED, reason)), List.of());
    }

    /** The most restrictive of all hits. */
    public Severity severity() {
        return hits.isEmpty() ? Severity.ALLOWED : hits.get(0).severity();
    }

    private boolean isSilent() {
        return hits.isEmpty() && adjustments.isEmpty();
    }

    /** Both together; the order does not matter. */
    public Ruling<A> and(Ruling<A> other) {
        if (other.isSilent()) {
            return this;
        }
        return new Ruling<>(
                Stream.concat(hits.stream(), other.hits.stream()).toList(),
                Stream.concat(adjustments.stream(), other.adjustments.stream()).toList());
    }
}
