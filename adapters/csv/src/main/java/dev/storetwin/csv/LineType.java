package dev.storetwin.csv;

import dev.storetwin.event.LineKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file's own line-type column says. */
enum LineType {
    GOODS("goods good product products item sale physical merchandise article normal"),
    SHIPPING("shipping postage delivery freight carriage shippingline"),
    FEE("fee fees charge surcharge commission handling manual"),
    GIFT_CARD("giftcard voucher giftvoucher giftcertificate"),
    SERVICE("service insurance warranty installation digital"),
    DISCOUNT("discount coupon promotion rebate"),
    TIP("tip gratuity"),
    REVERSAL("return returned refund cancellation cancelled canceled credit creditnote reversal"),
    CORRECTION("adjustment correction writeoff stockadjustment damage damaged stocktake"),
    SAMPLE("sample samples gift giveaway free");

    private final String words;

    LineType(String words) {
        this.words = words;
    }

    /** Empty for what is told by quantity and price instead. */
    Optional<LineKind> kind() {
        return switch (this) {
            case GOODS -> Optional.of(LineKind.GOODS);
            case SHIPPING -> Optional.of(LineKind.SHIPPING);
            case FEE -> Optional.of(LineKind.FEE);
            case GIFT_CARD -> Optional.of(LineKind.GIFT_CARD);
            case SERVICE -> Optional.of(LineKind.SERVICE);
            case DISCOUNT -> Optional.of(LineKind.DISCOUNT);
            case TIP -> Optional.of(LineKind.TIP);
            case REVERSAL, CORRECTION, SAMPLE -> Optional.empty();
        };
    }

    /** Empty when the word is not known. */
    static Optional<LineType> of(String word) {
        var plain = Column.plain(word);
        return Arrays.stream(values())
                .filter(it -> List.of(it.words.split(" ")).contains(plain))
                .findFirst();
    }
}
