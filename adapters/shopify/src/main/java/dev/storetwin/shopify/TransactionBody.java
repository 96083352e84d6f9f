package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.PaymentRecorded;
import dev.storetwin.event.PaymentStage;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A payment transaction. It stands alone, within a refund or within its order. */
final class TransactionBody implements BodyTranslator {

    private static final Set<String> WAITING = Set.of("pending", "awaiting_response");
    private static final Set<String> FAILED = Set.of("failure", "error");

    static final Shape SHAPE = Shape.of("transaction")
            .identified("PaymentRecorded.entity")
            .reads("order_id", "PaymentRecorded.order")
            .reads("kind", "PaymentRecorded.stage")
            .reads("status", "PaymentRecorded.stage")
            .reads("amount", "PaymentRecorded.amount; within a refund also the refund's amount.gross")
            .reads("currency", "PaymentRecorded.amount: its currency")
            .reads("gateway", "PaymentRecorded.method")
            .reads("processed_at", "PaymentRecorded.occurredAt and version")
            .reads("created_at", "PaymentRecorded.occurredAt and version, where there is no `processed_at`")
            .leaves("the till or app that took the money", "source_name location_id manual_payment_gateway")
            .leaves("names of the payment elsewhere", "parent_id payment_id")
            .leaves("why it failed, in the provider's codes", "error_code")
            .leaves("follows from all transactions of the order", "total_unsettled_set maximum_refundable")
            .leaves("remainders of paying in coins", "amount_rounding")
            .leaves("the rate the provider changed money at", "currency_exchange_adjustment")
            .leaves("a test order is an order", "test");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json transaction, Facts facts) {
        translate(transaction, Optional.empty(), Cash.of(facts.options()), facts);
    }

    static void translate(Json transaction, Optional<OrderId> within, Cash cash, Facts facts) {
        var order = OrderReference.read(transaction, "order_id", within);
        var at = at(transaction, facts);
        var header = facts.header(
                PaymentRecorded.class, EntityKind.PAYMENT, transaction.ownId(), at, version(transaction, at));
        var method = transaction.text("gateway").orElse("unknown");
        facts.add(new PaymentRecorded(header, order, stage(transaction), amount(transaction, cash), method));
    }

    /** What the API answers to the question what a refund would give. */
    static boolean isSuggestion(Json transaction) {
        return kind(transaction).equals("suggested_refund");
    }

    /** Whether it gave money back. */
    static boolean isRefund(Json transaction) {
        return stage(transaction) == PaymentStage.REFUNDED;
    }

    /** In the currency that was paid. */
    static Optional<Money> sum(List<Json> transactions, Cash cash) {
        Optional<Money> sum = Optional.empty();
        for (var transaction : transactions) {
            sum = Optional.of(Cash.plus(sum, amount(transaction, cash), transaction, "currency"));
        }
        return sum;
    }

    private static Money amount(Json transaction, Cash cash) {
        var currency = transaction.as("currency", Cash::currency).orElse(cash.currency());
        return transaction
                .number("amount")
                .map(amount -> new Money(amount, currency))
                .orElseThrow(() -> transaction.malformed("amount", "Expected how much money moved."));
    }

    private static PaymentStage stage(Json transaction) {
        var status = transaction.text("status").orElse("success");
        if (WAITING.contains(status)) {
            return PaymentStage.PENDING;
        }
        if (FAILED.contains(status)) {
            return PaymentStage.FAILED;
        }
        return switch (kind(transaction)) {
            case "authorization", "emv_authorization" -> PaymentStage.AUTHORIZED;
            case "capture", "sale" -> PaymentStage.CAPTURED;
            case "refund", "change" -> PaymentStage.REFUNDED;
            case "void" -> PaymentStage.VOIDED;
            default ->
                throw transaction.malformed("kind", "Expected a kind of payment that is known, such as capture.");
        };
    }

    private static String kind(Json transaction) {
        return transaction.text("kind").orElse("");
    }

    private static Instant at(Json transaction, Facts facts) {
        return transaction
                .moment("processed_at")
                .or(() -> transaction.moment("created_at"))
                .orElse(facts.moment());
    }

    /** Of two accounts of one transaction, which has one time only, the settled one is the newer. */
    private static SourceVersion version(Json transaction, Instant at) {
        int settled = stage(transaction) == PaymentStage.PENDING ? 0 : 1;
        return new SourceVersion(SourceVersion.at(at).value() + settled);
    }
}
