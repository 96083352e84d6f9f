package dev.storetwin.core.guardrail;

import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.proposal.Action;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All guardrails of a shop as one. Several answers make one: the most restrictive wins, in whatever order they came.
 *
 * <p>How adjusting works: what a rule would rather see is judged again by all rules and must pass itself. Adjustments are followed in order of
 * their words for a few rounds; when none passes, the action is blocked.
 */
public final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private static final int ROUNDS = 5;
    private static final String NO_END = "guardrails";

    private final Optional<CompiledRules> rules;
    private final List<Guardrail<?>> guardrails;
    private final String rulesHash;
    private final FactNeeds needs;
    private final boolean isHeldBack;

    public Gate(Optional<CompiledRules> rules, List<Guardrail<?>> guardrails) {
        this(rules, guardrails, false);
    }

    private Gate(Optional<CompiledRules> rules, List<Guardrail<?>> guardrails, boolean isHeldBack) {
        this.rules = rules;
        this.guardrails = List.copyOf(guardrails);
        this.isHeldBack = isHeldBack;
        this.needs = new FactNeeds(rules.map(CompiledRules::ruleSet), this.guardrails);
        this.rulesHash = rules.map(it -> it.ruleSet().contentHash()).orElse("");
    }

    /** A gate that stands in for rules which are not ready, or not in force any more: what it says depends on the moment. */
    static Gate heldBack(Guardrail<?> barrier) {
        return new Gate(Optional.empty(), List.of(barrier), true);
    }

    /** Whether it stands in for rules, so that nobody can ask it again. */
    public boolean isHeldBack() {
        return isHeldBack;
    }

    /** Whether there is any guardrail at all. */
    public boolean isGuarded() {
        return rules.filter(it -> !it.isEmpty()).isPresent() || !guardrails.isEmpty();
    }

    public Optional<RuleSet> ruleSet() {
        return rules.map(CompiledRules::ruleSet);
    }

    /** The content hash of the rules; empty without rules. */
    public String rulesHash() {
        return rulesHash;
    }

    /** Which facts it can look at. */
    public FactNeeds needs() {
        return needs;
    }

    /** The numbers that came with the rules. */
    public List<Fact> limits() {
        return rules.map(CompiledRules::limits).orElse(List.of());
    }

    /**
     * A verdict and how it came about.
     *
     * @param action what may be done, or what waits for review: the action itself or what it was adjusted to
     * @param hits   every rule that spoke on the way
     */
    public record Judgement<A extends Action>(A action, Verdict<A> verdict, List<RuleHit> hits) {}

    /**
     * The verdict on one action.
     *
     * @param context what rules may know about an action
     */
    public <A extends Action> Judgement<A> judge(A action, Function<A, GuardrailContext> context) {
        var ruling = check(action, context.apply(action));
        return switch (ruling.severity()) {
            case ALLOWED -> new Judgement<>(action, new Verdict.Allowed<>(), ruling.hits());
            case ADJUSTED -> adjusted(action, ruling, context);
            case NEEDS_REVIEW -> new Judgement<>(action, new Verdict.NeedsReview<>(reason(ruling)), ruling.hits());
            case BLOCKED -> new Judgement<>(action, new Verdict.Blocked<>(reason(ruling)), ruling.hits());
        };
    }

    private <A extends Action> Judgement<A> adjusted(A action, Ruling<A> first, Function<A, GuardrailContext> context) {
        var seen = new TreeSet<String>(Set.of(action.describe()));
        var all = first;
        var open = first.adjustments();
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            var next = Ruling.<A>allowed();
            for (var candidate : open) {
                if (!seen.add(candidate.describe())) {
                    continue;
                }
                var ruling = check(candidate, context.apply(candidate));
                all = all.and(ruling);
                if (ruling.severity() == Severity.ALLOWED) {
                    return new Judgement<>(candidate, new Verdict.Adjusted<>(candidate, reason(first)), first.hits());
                }
                if (ruling.severity() == Severity.NEEDS_REVIEW) {
                    return new Judgement<>(
                            candidate,
                            new Verdict.NeedsReview<>(reason(ruling)),
                            first.and(ruling).hits());
                }
                if (ruling.severity() == Severity.ADJUSTED) {
                    next = next.and(ruling);
                }
            }
            open = next.adjustments();
        }
        return unresolved(action, all);
    }

    private static <A extends Action> Judgement<A> unresolved(A action, Ruling<A> all) {
        var rules = all.hits().stream().map(RuleHit::rule).distinct().collect(Collectors.joining("', '", "'", "'"));
        var reason = "No adjustment of %s passes all guardrails. Maybe %s contradict each other."
                .formatted(action.describe(), rules);
        var blocked = all.and(Ruling.blocked(NO_END, reason));
        return new Judgement<>(action, new Verdict.Blocked<>(reason), blocked.hits());
    }

    /** What all guardrails say about one action, without following adjustments. */
    public <A extends Action> Ruling<A> check(A action, GuardrailContext context) {
        Ruling<A> ruling = rules.map(it -> it.check(action, context)).orElseGet(Ruling::allowed);
        for (var guardrail : guardrails) {
            ruling = ruling.and(ask(guardrail, action, context));
        }
        return ruling;
    }

    private static <G extends Action, A extends Action> Ruling<A> ask(
            Guardrail<G> guardrail, A action, GuardrailContext context) {
        if (!guardrail.actions().isInstance(action)) {
            return Ruling.allowed();
        }
        var name = guardrail.getClass().getSimpleName();
        try {
            var ruling = guardrail.check(guardrail.actions().cast(action), context);
            var adjustments = ruling.adjustments().stream()
                    .map(it -> sameKind(action, it))
                    .toList();
            return new Ruling<>(ruling.hits(), adjustments);
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.warn("Guardrail {} failed, so it blocks", name, broken);
            return Ruling.blocked(name, "The guardrail failed: " + broken);
        }
    }

    @SuppressWarnings("unchecked") // an adjustment has the class of what it adjusts
    private static <A extends Action> A sameKind(A action, Action adjusted) {
        return (A) action.getClass().cast(adjusted);
    }

    /** The most restrictive hits in words. */
    public static String reason(Ruling<?> ruling) {
        return ruling.hits().stream()
                .filter(it -> it.severity() == ruling.severity())
                .map(it -> it.rule() + ": " + it.reason())
                .collect(Collectors.joining("; "));
    }
}
