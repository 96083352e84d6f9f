package dev.storetwin.core.inventory;

import dev.storetwin.state.SupplierTerms;
import java.util.Optional;

/**
 * When an order comes and when the next one does.
 *
 * @param leadDays   from order to shelf
 * @param reviewDays from one order to the next
 * @param terms      of the supplier
 */
record Supply(int leadDays, int reviewDays, Optional<SupplierTerms> terms) {

    /** Days until the next order is on the shelf: what this one has to last for. */
    int protectedDays() {
        return leadDays + reviewDays;
    }

    int horizon() {
        return leadDays + 2 * reviewDays;
    }
}
