package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.PaymentRecorded;
import dev.storetwin.event.PaymentStage;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.type.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A dispute over a payment. A newer account of it replaces the older; once won, nothing is disputed any more. */
final class DisputeBody implements BodyTranslator {

    static final Shape SHAPE = Shape.of("dispute")
            .identified("PaymentRecorded.entity")
            .reads("order_id", "PaymentRecorded.order")
            .reads("amount", "PaymentRecorded.amount")
            .reads("currency", "PaymentRecorded.amount: its currency")
            .reads("status", "PaymentRecorded.amount: none once it is won")
            .reads("initiated_at", "PaymentRecorded.occurredAt and version")
            .reads("evidence_sent_on", "PaymentRecorded.version")
            .reads("finalized_on", "PaymentRecorded.version")
            .leaves("why, and until when to answer", "type reason network_reason_code evidence_due_by");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json dispute, Facts facts) {
        var order = OrderReference.read(dispute, "order_id", Optional.empty());
        var startedAt = dispute.moment("initiated_at").orElse(facts.moment());
        var entity = "dispute:" + dispute.ownId();
        var header =
                facts.header(PaymentRecorded.class, EntityKind.PAYMENT, entity, startedAt, version(dispute, startedAt));
        facts.add(new PaymentRecorded(header, order, PaymentStage.DISPUTED, amount(dispute, facts), "dispute"));
    }

    private static Money amount(Json dispute, Facts facts) {
        var currency =
                dispute.as("currency", Cash::currency).orElse(facts.options().currency());
        var amount = dispute.number("amount")
                .orElseThrow(() -> dispute.malformed("amount", "Expected how much is disputed."));
        var isWon = dispute.text("status").filter("won"::equals).isPresent();
        return isWon ? Money.zero(currency) : new Money(amount, currency);
    }

    /** The latest of its times. */
    private static SourceVersion version(Json dispute, Instant startedAt) {
        var latest = Stream.of("evidence_sent_on", "finalized_on")
                .flatMap(field -> dispute.moment(field).stream())
                .reduce(startedAt, (one, other) -> one.isAfter(other) ? one : other);
        return SourceVersion.at(latest);
    }
}
