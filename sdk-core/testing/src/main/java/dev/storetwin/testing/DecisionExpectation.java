package dev.storetwin.testing;

import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.proposal.Action;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a test expects of one decision. Each {@code expect} returns itself, so that several read as one sentence; the first that does not
 * hold throws an {@link AssertionError} that tells the whole decision.
 *
 * @param <A> the kind of action
 */
public final class DecisionExpectation<A extends Action> {

    private final TwinFixture fixture;
    private final Decision<A> decision;

    DecisionExpectation(TwinFixture fixture, Decision<A> decision) {
        this.fixture = fixture;
        this.decision = decision;
    }

    public DecisionExpectation<A> expectStatus(DecisionStatus status) {
        return check(
                decision.status() == status,
                "the status to be %s, but it is %s"
                        .formatted(status.label(), decision.status().label()));
    }

    public DecisionExpectation<A> expectAction(A action) {
        return check(
                decision.action().equals(Optional.of(action)),
                "to do: %s, but it is: %s".formatted(action.describe(), describe(decision.action())));
    }

    /** For example {@code expectAction("a price below 20", it -> it.to().compareTo(TWENTY) < 0)}. */
    public DecisionExpectation<A> expectAction(String what, Predicate<A> test) {
        return check(
                decision.action().filter(test).isPresent(),
                "%s, but it is: %s".formatted(what, describe(decision.action())));
    }

    public DecisionExpectation<A> expectNoAction() {
        return check(
                decision.action().isEmpty(), "to do nothing, but it is: %s".formatted(describe(decision.action())));
    }

    /** An action that waits for somebody's yes. */
    public DecisionExpectation<A> expectPending(A action) {
        return check(
                decision.pending().equals(Optional.of(action)),
                "to wait for a yes to: %s, but what waits is: %s"
                        .formatted(action.describe(), describe(decision.pending())));
    }

    /** Some reason holds these words. */
    public DecisionExpectation<A> expectReason(String words) {
        return check(
                decision.reasons().stream().anyMatch(it -> it.contains(words)),
                "a reason with the words '%s'".formatted(words));
    }

    /** The rule had something to say about at least one alternative. */
    public DecisionExpectation<A> expectHit(String rule) {
        return check(hits(rule), "rule '%s' to speak, but those that spoke are: %s".formatted(rule, hits()));
    }

    /** The rule had nothing to say. */
    public DecisionExpectation<A> expectNoHit(String rule) {
        return check(!hits(rule), "rule '%s' to be silent".formatted(rule));
    }

    private boolean hits(String rule) {
        return decision.ruleHits().stream().anyMatch(it -> it.rule().equals(rule));
    }

    private String hits() {
        return decision.ruleHits().isEmpty()
                ? "none"
                : decision.ruleHits().stream().map(it -> "'" + it.rule() + "'").collect(Collectors.joining(", "));
    }

    /** An alternative was proposed and judged so. */
    public DecisionExpectation<A> expectVerdict(A proposed, Severity severity) {
        var verdicts = decision.alternatives().stream()
                .filter(it -> it.proposed().action().equals(Optional.of(proposed)))
                .map(JudgedAlternative::verdict)
                .map(it -> it.severity())
                .toList();
        return check(
                verdicts.contains(severity),
                "'%s' to be judged %s, but %s"
                        .formatted(
                                proposed.describe(),
                                severity,
                                verdicts.isEmpty() ? "nobody proposed it" : "it is " + verdicts));
    }

    /** Anything else. */
    public DecisionExpectation<A> expect(String what, Predicate<Decision<A>> test) {
        return check(test.test(decision), what);
    }

    /** Carries the decision out, or tries to, and expects what becomes of it. */
    public DecisionExpectation<A> expectOutcome(OutcomeKind kind) {
        return expectOutcome(kind, "");
    }

    /** The same with words that the outcome's detail holds. */
    public DecisionExpectation<A> expectOutcome(OutcomeKind kind, String words) {
        Outcome outcome = fixture.twin().apply(decision);
        return check(
                outcome.kind() == kind && outcome.detail().contains(words),
                "carrying it out to end with %s%s, but it is %s: %s"
                        .formatted(
                                kind, words.isEmpty() ? "" : " and '" + words + "'", outcome.kind(), outcome.detail()));
    }

    private DecisionExpectation<A> check(boolean holds, String expected) {
        if (!holds) {
            throw new AssertionError("Expected %s.\n%s".formatted(expected, story()));
        }
        return this;
    }

    private static String describe(Optional<? extends Action> action) {
        return action.map(Action::describe).orElse("do nothing");
    }

    public Decision<A> decision() {
        return decision;
    }

    /** The decision in words, with every alternative and verdict. */
    public String story() {
        return DecisionStory.of(decision);
    }

    /** Back to the fixture, for what happens next. */
    public TwinFixture then() {
        return fixture;
    }
}
