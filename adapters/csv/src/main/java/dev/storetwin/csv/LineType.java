package dev.storetwin.csv;

import dev.storetwin.event.LineKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a file's own line-type column says. */
enum LineType {
    GOODS(
            Optional.of(LineKind.GOODS),
            "goods",
            "good",
            "product",
            "products",
            "item",
            "sale",
            "physical",
            "merchandise",
            "article",
            "normal"),
    SHIPPING(Optional.of(LineKind.SHIPPING), "shipping", "postage", "delivery", "freight", "carriage", "shippingline"),
    FEE(Optional.of(LineKind.FEE), "fee", "fees", "charge", "surcharge", "commission", "handling", "manual"),
    GIFT_CARD(Optional.of(LineKind.GIFT_CARD), "giftcard", "voucher", "giftvoucher", "giftcertificate"),
    SERVICE(Optional.of(LineKind.SERVICE), "service", "insurance", "warranty", "installation", "digital"),
    DISCOUNT(Optional.of(LineKind.DISCOUNT), "discount", "coupon", "promotion", "rebate"),
    TIP(Optional.of(LineKind.TIP), "tip", "gratuity"),
    REVERSAL(
            Optional.empty(),
            "return",
            "returned",
            "refund",
            "cancellation",
            "cancelled",
            "canceled",
            "credit",
            "creditnote",
            "reversal"),
    CORRECTION(
            Optional.empty(),
            "adjustment",
            "correction",
            "writeoff",
            "stockadjustment",
            "damage",
            "damaged",
            "stocktake"),
    SAMPLE(Optional.empty(), "sample", "samples", "gift", "giveaway", "free");

    private final Optional<LineKind> kind;
    private final Set<String> words;

    LineType(Optional<LineKind> kind, String... words) {
        this.kind = kind;
        this.words = Set.of(words);
    }

    /** Empty for what is told by quantity and price instead. */
    Optional<LineKind> kind() {
        return kind;
    }

    /** Empty when the word is not known. */
    static Optional<LineType> of(String word) {
        var plain = Column.plain(word);
        return Arrays.stream(values()).filter(it -> it.words.contains(plain)).findFirst();
    }
}
