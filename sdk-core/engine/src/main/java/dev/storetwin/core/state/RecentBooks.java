package dev.storetwin.core.state;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What was made of the last few books, since one question often reads a book several times. For several threads. */
final class RecentBooks {

    private static final int PLACES = 64;

    private record Made(SkuBook from, SkuBook book) {

        /** Books never change: another object may say something else, and to compare them costs more than to make it again. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(SkuBook other) {
            return from == other;
        }
    }

    private final AtomicReferenceArray<@Nullable Made> places = new AtomicReferenceArray<>(PLACES);

    SkuBook get(SkuBook from, UnaryOperator<SkuBook> make) {
        int place = Math.floorMod(from.sku().hashCode(), PLACES);
        var known = places.get(place);
        if (known == null || !known.isOf(from)) {
            known = new Made(from, make.apply(from));
            places.set(place, known);
        }
        return known.book();
    }
}
