package dev.storetwin.core.inventory.policy;

import java.math.BigDecimal;

/** Numbers as they stand in names of policies. */
final class Digits {

    private Digits() {}

    /** All digits and none too many. */
    static String of(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
