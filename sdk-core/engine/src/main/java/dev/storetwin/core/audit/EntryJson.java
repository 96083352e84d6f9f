package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditEntry.Happened;
import dev.storetwin.audit.AuditEntry.Noted;
import dev.storetwin.audit.Outcome;
import dev.storetwin.core.json.JsonObjectWriter;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Work;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How an entry is spelled: fields in a fixed order, words in lower case, what is absent left out. */
final class EntryJson {

    private static final int OF_OTHERS = 512;
    private static final int OF_DECISION = 4 * 1024;
    private static final int OF_ALTERNATIVE = 1024;

    private EntryJson() {}

    static byte[] write(long seq, AuditEntry entry) {
        return numbered(seq, body(entry));
    }

    /**
     * All but the number, which is known last.
     *
     * @throws IllegalArgumentException when it is too long to be a line
     */
    static byte[] body(AuditEntry entry) {
        var body = unnumbered(entry);
        if (body.length > TrailLine.LONGEST_ENTRY) {
            throw new IllegalArgumentException(
                    "An audit entry has at most %,d bytes, this one has %,d.\nMaybe a planner gives thousands of alternatives."
                            .formatted(TrailLine.LONGEST_ENTRY, body.length));
        }
        return body;
    }

    private static byte[] unnumbered(AuditEntry entry) {
        return JsonObjectWriter.write(length(entry), json -> {
            json.text("at", entry.at().toString());
            if (entry instanceof AuditEntry.Decided decided) {
                decision(json.text("kind", "decision"), decided.decision());
            } else if (entry instanceof Happened happened) {
                outcome(json.text("kind", "outcome"), happened.outcome());
            } else if (entry instanceof Noted noted) {
                json.text("kind", "note").text("what", noted.what()).text("detail", noted.detail());
            } else {
                throw new IllegalArgumentException("A trail has no form for %s.".formatted(entry.getClass()));
            }
        });
    }

    /** About as long as it will be, so that little room has to be moved to. */
    private static int length(AuditEntry entry) {
        return entry instanceof AuditEntry.Decided decided
                ? OF_DECISION
                        + OF_ALTERNATIVE * decided.decision().alternatives().size()
                : OF_OTHERS;
    }

    /** The entry whose body this is, with its number in front. */
    static byte[] numbered(long seq, byte[] body) {
        var number = ("{\"seq\":" + seq + ",").getBytes(US_ASCII);
        var entry = new byte[number.length + body.length - 1];
        System.arraycopy(number, 0, entry, 0, number.length);
        System.arraycopy(body, 1, entry, number.length, body.length - 1);
        return entry;
    }

    /** Entries that follow each other. */
    static List<byte[]> numbered(long first, List<byte[]> bodies) {
        var entries = new ArrayList<byte[]>(bodies.size());
        for (var body : bodies) {
            entries.add(numbered(first + entries.size(), body));
        }
        return entries;
    }

    private static void outcome(JsonObjectWriter json, Outcome outcome) {
        json.text("decision", outcome.decision().value())
                .text("outcome", word(outcome.kind()))
                .text("detail", outcome.detail());
    }

    private static <A extends Action> void decision(JsonObjectWriter json, Decision<A> decision) {
        json.text("id", decision.id().value())
                .text("capability", word(decision.capability()))
                .object("target", it -> target(it, decision.target()))
                .text("asOf", decision.asOf().toString())
                .text("status", decision.status().label())
                .object("chosen", it -> alternative(it, decision.chosen()));
        decision.pending().ifPresent(action -> json.object("pending", it -> action(it, action)));
        json.number("expectedGain", decision.expectedGain())
                .object("objective", it -> it.text("name", decision.objective().name())
                        .text("unit", decision.objective().unit()))
                .objects("alternatives", decision.alternatives(), EntryJson::alternative)
                .objects("evidence", decision.evidence(), EntryJson::evidence)
                .texts("reasons", decision.reasons())
                .object("versions", it -> decision.versions().forEach(it::text))
                .whole("revision", decision.revision())
                .whole("seed", decision.seed())
                .flag("reproducible", decision.reproducible())
                .text("autonomy", word(decision.autonomy()));
        if (!decision.work().equals(Work.FULL)) {
            json.text("effort", decision.work().effort().label())
                    .objects("models", decision.work().models(), EntryJson::origin);
        }
    }

    private static void origin(JsonObjectWriter json, ModelOrigin origin) {
        json.text("model", origin.model())
                .whole("revision", origin.revision())
                .text("asOf", origin.asOf().toString());
    }

    /** What was proposed, and what the guardrails made of it where that is something else. */
    private static <A extends Action> void alternative(JsonObjectWriter json, JudgedAlternative<A> judged) {
        json.object("proposed", it -> alternative(it, judged.proposed()));
        if (!judged.outcome().equals(judged.proposed())) {
            json.object("outcome", it -> alternative(it, judged.outcome()));
        }
        json.text("verdict", word(judged.verdict().severity()))
                .text("reason", judged.verdict().reason())
                .objects("hits", judged.hits(), EntryJson::hit)
                .number("propensity", judged.propensity());
    }

    private static void alternative(JsonObjectWriter json, Alternative<?> alternative) {
        alternative.action().ifPresent(action -> json.object("action", it -> action(it, action)));
        json.number("expectedValue", alternative.expectedValue())
                .objects("evidence", alternative.evidence(), EntryJson::evidence);
        alternative
                .belief()
                .ifPresent(belief -> json.object(
                        "belief", it -> it.number("mean", belief.mean()).number("deviation", belief.deviation())));
    }

    private static void action(JsonObjectWriter json, Action action) {
        json.text("capability", word(action.capability()))
                .object("target", it -> target(it, action.target()))
                .text("words", action.describe())
                .object("commitment", it -> commitment(it, action.commitment()));
    }

    private static void target(JsonObjectWriter json, Target target) {
        json.text("sku", target.sku().map(Objects::toString))
                .text("channel", target.channel().map(Objects::toString))
                .text("node", target.node().map(Objects::toString))
                .text("order", target.order().map(Objects::toString));
    }

    private static void commitment(JsonObjectWriter json, Commitment commitment) {
        commitment.price().ifPresent(price -> json.object("price", it -> money(it, price)));
        commitment.units().map(Quantity::toBigDecimal).ifPresent(it -> json.exact("units", it.stripTrailingZeros()));
        commitment.spend().ifPresent(spend -> json.object("spend", it -> money(it, spend)));
    }

    private static void money(JsonObjectWriter json, Money money) {
        json.exact("amount", money.amount()).text("currency", money.currency().getCurrencyCode());
    }

    private static void hit(JsonObjectWriter json, RuleHit hit) {
        json.text("rule", hit.rule()).text("severity", word(hit.severity())).text("reason", hit.reason());
    }

    private static void evidence(JsonObjectWriter json, Evidence evidence) {
        json.text("name", evidence.name()).number("value", evidence.value()).text("unit", evidence.unit());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
