package dev.storetwin.core.inventory.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A policy, frozen, with what it was chosen on.
 *
 * @param policy     the choice
 * @param rule       by which
 * @param candidates all of them, the first being the one that others had to beat; the cheapest first otherwise
 * @param starts     first periods of the windows that the choice rests on, none when history was too short for one
 * @param from       name of the first period that was looked at
 * @param to         name of the last
 * @param plays      windows played, all candidates together
 * @param seed       of chance in the policies
 */
public record ChosenPolicy(
        OrderingPolicy policy,
        ChoosingRule rule,
        List<Candidate> candidates,
        List<Integer> starts,
        String from,
        String to,
        int plays,
        long seed) {

    public ChosenPolicy {
        candidates = List.copyOf(candidates);
        starts = List.copyOf(starts);
    }

    /** Why this one, by how much, and how sure; then all candidates, one line each. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(reason());
        for (var candidate : candidates) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-44s %3d windows  cost %10.1f  saves %6.1f %% +- %4.1f",
                    candidate.policy(),
                    candidate.windows(),
                    candidate.cost(),
                    100 * candidate.saving(),
                    100 * candidate.error()));
        }
        return lines;
    }

    /** One sentence. */
    public String reason() {
        if (starts.isEmpty()) {
            return "%s, since the history from %s to %s is too short to play a window of it"
                    .formatted(policy.name(), from, to);
        }
        var own = candidates.stream()
                .filter(it -> it.policy().equals(policy.name()))
                .findFirst()
                .orElseThrow();
        var first = candidates.get(0);
        var kept = own.equals(first);
        return kept
                ? "%s: none of %d others cost less by more than %s in %d windows from %s to %s"
                        .formatted(policy.name(), candidates.size() - 1, margin(), starts.size(), from, to)
                : String.format(
                        Locale.ROOT,
                        "%s: it cost %.1f %% less than %s, give or take %.1f, in %d windows from %s to %s",
                        policy.name(),
                        100 * own.saving(),
                        first.policy(),
                        100 * own.error(),
                        own.windows(),
                        from,
                        to);
    }

    private String margin() {
        return rule == ChoosingRule.LEAST_MEAN ? "nothing" : "one standard error of the difference";
    }
}
