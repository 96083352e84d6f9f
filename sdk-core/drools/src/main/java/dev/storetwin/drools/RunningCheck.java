package dev.storetwin.drools;

import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Guard;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.proposal.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.kie.api.runtime.Environment;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/**
 * One check while it runs: it hears what rules say, knows which rule is speaking, and stops a rule that runs away.
 *
 * <p>What it has heard does not depend on who spoke first: a rule that fails becomes one more voice and the others go on, while a runaway
 * rule silences all others.
 */
final class RunningCheck<A extends Action> implements Guard, AgendaFilter {

    private static final String PLACE = "dev.storetwin.check";
    private static final Pattern RULE_IN_MESSAGE = Pattern.compile("\"([^\"]+)\"");

    private final A action;
    private final DroolsSettings settings;
    private final Set<String> wakingRules;
    private final Watchdog watchdog;
    private final List<RuleHit> hits = new ArrayList<>();
    private final List<A> adjustments = new ArrayList<>();
    private final Map<String, Integer> firings = new ConcurrentHashMap<>();
    /** Read by others while this hangs in a rule. */
    private volatile String speaking = "";

    private boolean late;

    RunningCheck(A action, DroolsSettings settings, Set<String> wakingRules) {
        this.action = action;
        this.settings = settings;
        this.wakingRules = wakingRules;
        this.watchdog = Watchdog.after(settings.deadline());
    }

    /** The check that a session is at work for. */
    static RunningCheck<?> of(Environment environment) {
        return (RunningCheck<?>) environment.get(PLACE);
    }

    void enter(Environment environment) {
        environment.set(PLACE, this);
    }

    static void leave(Environment environment) {
        environment.set(PLACE, null);
    }

    void run(KieSession session, List<Fact> facts) {
        session.insert(action);
        facts.forEach(session::insert);
        int fired = session.fireAllRules(this, settings.fireLimit() + 1);
        if (late) {
            stop(
                    List.of(speaking),
                    "The rules took more than %d ms and were stopped at this one."
                            .formatted(settings.deadline().toMillis()));
        } else if (fired > settings.fireLimit()) {
            stop(
                    runaways(),
                    "The rules fired more than %d times and were stopped. Maybe this one makes itself fire again."
                            .formatted(settings.fireLimit()));
        }
    }

    private void stop(List<String> rules, String reason) {
        adjustments.clear();
        hits.clear();
        rules.forEach(it -> hits.add(new RuleHit(it, Severity.BLOCKED, reason)));
    }

    /** The busiest of the rules that wake others; without such, the busiest of all. */
    private List<String> runaways() {
        var suspects = firings.keySet().stream().anyMatch(wakingRules::contains) ? wakingRules : firings.keySet();
        int most = suspects.stream()
                .mapToInt(it -> firings.getOrDefault(it, 0))
                .max()
                .orElse(0);
        return suspects.stream()
                .filter(it -> 2 * firings.getOrDefault(it, 0) >= most)
                .sorted()
                .toList();
    }

    /** Asked by Drools before each firing. After the deadline it lets nobody speak. */
    @Override
    public boolean accept(Match match) {
        late = late || watchdog.isLate();
        if (!late || speaking.isEmpty()) {
            speaking = match.getRule().getName();
        }
        if (!late) {
            firings.merge(speaking, 1, Integer::sum);
        }
        return !late;
    }

    @Override
    public void block(String reason, Object... values) {
        hits.add(new RuleHit(speaking, Severity.BLOCKED, Reason.of(reason, values)));
    }

    @Override
    public void review(String reason, Object... values) {
        hits.add(new RuleHit(speaking, Severity.NEEDS_REVIEW, Reason.of(reason, values)));
    }

    @Override
    public void adjust(Action to, String reason, Object... values) {
        if (to.getClass() != action.getClass() || !to.target().equals(action.target())) {
            throw new IllegalArgumentException("It adjusts %s of %s to something else: %s of %s."
                    .formatted(
                            action.getClass().getSimpleName(),
                            action.target(),
                            to.getClass().getSimpleName(),
                            to.target()));
        }
        if (!to.describe().equals(action.describe())) {
            adjustments.add(sameKind(to));
            hits.add(new RuleHit(speaking, Severity.ADJUSTED, Reason.of(reason, values)));
        }
    }

    @SuppressWarnings("unchecked") // the classes are equal
    private A sameKind(Action other) {
        return (A) other;
    }

    /** A rule that threw blocks. */
    void failed(String rule, Throwable failure) {
        hits.add(new RuleHit(rule, Severity.BLOCKED, "The rule failed: " + words(failure)));
    }

    /** Names of the rules that fired, whether or not they said something. */
    List<String> fired() {
        return firings.keySet().stream().sorted().toList();
    }

    Ruling<A> ruling() {
        return new Ruling<>(hits, adjustments);
    }

    /**
     * What comes of a check that does not end.
     *
     * @param ruleSet who blocks when no rule can be named
     */
    Ruling<A> stuckRuling(String ruleSet) {
        return Ruling.blocked(
                speaking.isEmpty() ? ruleSet : speaking,
                "The rule does not come back after %d ms. Its thread is given up."
                        .formatted(settings.deadline().toMillis()));
    }

    /**
     * What comes of a check that could not be finished.
     *
     * @param ruleSet who blocks when no rule can be named
     */
    Ruling<A> failedRuling(Throwable failure, String ruleSet) {
        var rules = failedRules(failure);
        var names = rules.isEmpty() ? List.of(speaking.isEmpty() ? ruleSet : speaking) : rules;
        var reason =
                (rules.isEmpty() ? "The rule failed: " : "A condition of the rule failed: ") + words(root(failure));
        var all = names.stream()
                .map(it -> new RuleHit(it, Severity.BLOCKED, reason))
                .toList();
        return new Ruling<>(all, List.of());
    }

    /** Drools names the rules of a condition only in its message. */
    private static List<String> failedRules(Throwable failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof ConstraintEvaluationException) {
                var message = String.valueOf(it.getMessage());
                var rules = RULE_IN_MESSAGE.matcher(message.substring(message.lastIndexOf("' in ") + 1));
                return rules.results().map(found -> found.group(1)).distinct().toList();
            }
        }
        return List.of();
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private static String words(Throwable failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName() + "."
                : message.replace('\n', ' ');
    }
}
