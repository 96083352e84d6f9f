package dev.storetwin.core.audit;

import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.json.JsonDocument;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.decision.RecordedAction;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Belief;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Work;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads back what {@link EntryJson} wrote.
 *
 * <p>Numbers that JSON has no word for come back as NaN, an expected value as negative infinity. What an older version did not write is as
 * its time had it: without a word on autonomy a twin could only advise,
 * and without one on effort it saved no cost.
 */
final class EntryReader {

    private EntryReader() {}

    /** @throws IllegalArgumentException when the entry is none of a decision, or misses something */
    static DecisionRecord decision(JsonDocument entry) {
        var decision = new Decision<>(
                DecisionId.of(text(entry, "id")),
                word(Capability.class, text(entry, "capability")),
                target(object(entry, "target")),
                Instant.parse(text(entry, "asOf")),
                word(DecisionStatus.class, text(entry, "status")),
                judged(object(entry, "chosen")),
                entry.object("pending").map(EntryReader::action),
                entry.objects("alternatives").stream().map(EntryReader::judged).toList(),
                objective(object(entry, "objective")),
                entry.objects("evidence").stream().map(EntryReader::evidence).toList(),
                entry.texts("reasons"),
                object(entry, "versions").texts(),
                whole(entry, "revision"),
                whole(entry, "seed"),
                entry.flag("reproducible").orElse(false),
                entry.text("autonomy").map(it -> word(Autonomy.class, it)).orElse(Autonomy.ADVISE),
                entry.text("effort").map(it -> work(it, entry)).orElse(Work.FULL));
        return new DecisionRecord(whole(entry, "seq"), decision);
    }

    /** @throws IllegalArgumentException when the entry is none of an outcome, or misses something */
    static Outcome outcome(JsonDocument entry) {
        return new Outcome(
                DecisionId.of(text(entry, "decision")),
                word(OutcomeKind.class, text(entry, "outcome")),
                Instant.parse(text(entry, "at")),
                text(entry, "detail"));
    }

    private static Work work(String effort, JsonDocument entry) {
        return new Work(
                word(Effort.class, effort),
                entry.objects("models").stream().map(EntryReader::origin).toList());
    }

    private static ModelOrigin origin(JsonDocument json) {
        return new ModelOrigin(text(json, "model"), whole(json, "revision"), Instant.parse(text(json, "asOf")));
    }

    private static Objective objective(JsonDocument json) {
        return new Objective(text(json, "name"), text(json, "unit"));
    }

    private static JudgedAlternative<RecordedAction> judged(JsonDocument json) {
        var proposed = alternative(object(json, "proposed"));
        var outcome = json.object("outcome").map(EntryReader::alternative).orElse(proposed);
        return new JudgedAlternative<>(
                proposed,
                outcome,
                verdict(json, outcome),
                json.objects("hits").stream().map(EntryReader::hit).toList(),
                number(json, "propensity").orElse(Double.NaN));
    }

    private static Verdict<RecordedAction> verdict(JsonDocument json, Alternative<RecordedAction> outcome) {
        var reason = text(json, "reason");
        return switch (word(Severity.class, text(json, "verdict"))) {
            case ALLOWED -> new Verdict.Allowed<>();
            case ADJUSTED -> new Verdict.Adjusted<>(outcome.action().orElseThrow(() -> missing("action")), reason);
            case NEEDS_REVIEW -> new Verdict.NeedsReview<>(reason);
            case BLOCKED -> new Verdict.Blocked<>(reason);
        };
    }

    private static Alternative<RecordedAction> alternative(JsonDocument json) {
        return new Alternative<>(
                json.object("action").map(EntryReader::action),
                number(json, "expectedValue").orElse(Double.NEGATIVE_INFINITY),
                json.objects("evidence").stream().map(EntryReader::evidence).toList(),
                json.object("belief").map(EntryReader::belief));
    }

    private static Belief belief(JsonDocument json) {
        return new Belief(
                number(json, "mean").orElseThrow(() -> missing("mean")),
                number(json, "deviation").orElseThrow(() -> missing("deviation")));
    }

    private static RecordedAction action(JsonDocument json) {
        return new RecordedAction(
                word(Capability.class, text(json, "capability")),
                target(object(json, "target")),
                commitment(object(json, "commitment")),
                text(json, "words"));
    }

    private static Target target(JsonDocument json) {
        return new Target(
                json.text("sku").map(Sku::of),
                json.text("channel").map(Channel::of),
                json.text("node").map(NodeId::of),
                json.text("order").map(OrderId::of));
    }

    private static Commitment commitment(JsonDocument json) {
        return new Commitment(
                json.object("price").map(EntryReader::money),
                json.exact("units").map(Quantity::of),
                json.object("spend").map(EntryReader::money));
    }

    private static Money money(JsonDocument json) {
        var amount = json.exact("amount").orElseThrow(() -> missing("amount"));
        return new Money(amount, Currency.getInstance(text(json, "currency")));
    }

    private static RuleHit hit(JsonDocument json) {
        return new RuleHit(text(json, "rule"), word(Severity.class, text(json, "severity")), text(json, "reason"));
    }

    private static Evidence evidence(JsonDocument json) {
        return new Evidence(text(json, "name"), number(json, "value").orElse(Double.NaN), text(json, "unit"));
    }

    private static JsonDocument object(JsonDocument json, String name) {
        return json.object(name).orElseThrow(() -> missing(name));
    }

    private static String text(JsonDocument json, String name) {
        return json.text(name).orElseThrow(() -> missing(name));
    }

    private static long whole(JsonDocument json, String name) {
        return json.whole(name).orElseThrow(() -> missing(name));
    }

    private static Optional<Double> number(JsonDocument json, String name) {
        return json.exact(name).map(BigDecimal::doubleValue);
    }

    private static <E extends Enum<E>> E word(Class<E> words, String label) {
        return Enum.valueOf(words, label.toUpperCase(Locale.ROOT));
    }

    private static IllegalArgumentException missing(String field) {
        return new IllegalArgumentException("""
                The entry has no '%s' as an entry of a decision has it.
                Maybe another version wrote it, or it was changed: check the trail with audit verify.""".formatted(field));
    }
}
