package dev.storetwin.testing;

import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.proposal.Action;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One example of what rules shall say.
 *
 * @param file     where it stands
 * @param line     of its name, from 1
 * @param name     in its author's words
 * @param given    what is known
 * @param judged   the action
 * @param expected the strictest word of all rules
 * @param to       what it shall be adjusted to, where that is told
 * @param fired    the rules that shall fire, and no others, where that is told
 */
public record RuleExample(
        String file,
        int line,
        String name,
        List<Fact> given,
        Action judged,
        Severity expected,
        Optional<Action> to,
        Optional<List<String>> fired) {

    public RuleExample {
        given = List.copyOf(given);
    }

    /** What is otherwise than expected, in words that begin with file, line and column; empty when all is as expected. */
    public Optional<String> failure(RuleKit kit) {
        var answer = kit.given(given.toArray(Fact[]::new)).ask(judged);
        var ruling = answer.ruling();
        if (ruling.severity() != expected) {
            var reasons = ruling.hits().stream()
                    .map(it -> " %s: %s.".formatted(it.rule(), it.reason()))
                    .distinct()
                    .reduce("", String::concat);
            return failed("expected %s, but it is %s.%s".formatted(word(expected), word(ruling.severity()), reasons));
        }
        if (to.isPresent() && !ruling.adjustments().equals(List.of(to.get()))) {
            return failed("expected '%s', but it is adjusted to %s."
                    .formatted(
                            to.get().describe(),
                            ruling.adjustments().stream().map(Action::describe).toList()));
        }
        return fired.filter(it -> !new TreeSet<>(it).equals(new TreeSet<>(answer.fired())))
                .flatMap(it -> failed("expected to fire: %s, but it is: %s.".formatted(it, answer.fired())));
    }

    private Optional<String> failed(String what) {
        return Optional.of("%s:%d:1: '%s': %s".formatted(file, line, name, what));
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
