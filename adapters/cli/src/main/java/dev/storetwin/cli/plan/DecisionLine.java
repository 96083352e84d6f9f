package dev.storetwin.cli.plan;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One decision as tables tell it. An action that waits for a yes is told as the action; its status says that it waits.
 */
final class DecisionLine {

    static final List<String> HEADER = List.of(
            "decision_id",
            "capability",
            "sku",
            "channel",
            "node",
            "status",
            "action",
            "value",
            "unit",
            "baseline",
            "expected_gain",
            "verdict",
            "rules",
            "reason");

    private static final String LEVEL = "order-up-to level";
    private static final int REASONS = 3;
    private static final int DIGITS = 4;

    private final Decision<?> decision;
    private final Optional<Action> action;
    private final JudgedAlternative<?> told;

    private DecisionLine(Decision<?> decision, Optional<Action> action, JudgedAlternative<?> told) {
        this.decision = decision;
        this.action = action;
        this.told = told;
    }

    static <A extends Action> DecisionLine of(Decision<A> decision) {
        var waiting = decision.pending().flatMap(it -> decision.alternatives().stream()
                .filter(one -> one.action().equals(Optional.of(it)))
                .findFirst());
        var told = waiting.orElse(decision.chosen());
        return new DecisionLine(
                decision, decision.action().or(decision::pending).map(it -> it), told);
    }

    /** A cell for each column of the header. */
    List<String> cells() {
        var target = decision.target();
        return List.of(
                decision.id().value(),
                word(decision.capability()),
                target.sku().map(Objects::toString).orElse(""),
                target.channel().map(Objects::toString).orElse(""),
                target.node().map(Objects::toString).orElse(""),
                decision.status().label(),
                actionWord(),
                value(),
                unit(),
                decision.status() == DecisionStatus.INSUFFICIENT_DATA ? "" : plain(decision.baseline()),
                decision.status() == DecisionStatus.INSUFFICIENT_DATA ? "" : plain(gain()),
                word(told.verdict().severity()),
                decision.ruleHits().stream().map(RuleHit::rule).distinct().collect(Collectors.joining(";")),
                decision.reasons().stream().limit(REASONS).collect(Collectors.joining("; ")));
    }

    Capability capability() {
        return decision.capability();
    }

    Target target() {
        return decision.target();
    }

    DecisionStatus status() {
        return decision.status();
    }

    boolean acts() {
        return action.isPresent();
    }

    /** What the action brings over doing nothing, whether or not it waits. */
    double gain() {
        return told.expectedValue() - decision.baseline();
    }

    String gainUnit() {
        return decision.objective().unit();
    }

    /** For example {@code price 2.95 GBP -> 3.10 GBP}. */
    String words() {
        return action.map(Action::describe).orElse("none");
    }

    private String actionWord() {
        return action.map(it -> it instanceof PriceChange ? "price" : "order").orElse("none");
    }

    /** The new price, the units to order, or without stock the level to order up to. */
    private String value() {
        if (action.isEmpty()) {
            return level().map(it -> plain(it.value())).orElse("");
        }
        return action.get() instanceof PriceChange change
                ? change.to().amount().toPlainString()
                : ((Replenishment) action.get()).quantity().toString();
    }

    private String unit() {
        if (action.isEmpty()) {
            return level().map(it -> LEVEL).orElse("");
        }
        return action.get() instanceof PriceChange change
                ? change.to().currency().getCurrencyCode()
                : "units";
    }

    private Optional<Evidence> level() {
        return decision.status() == DecisionStatus.INSUFFICIENT_DATA
                ? decision.evidence().stream()
                        .filter(it -> it.name().equals(LEVEL))
                        .findFirst()
                : Optional.empty();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number)
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
