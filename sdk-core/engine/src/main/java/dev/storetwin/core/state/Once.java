package dev.storetwin.core.state;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that is worked out when it is first asked for and kept. Two who ask at once may both work it out; the answer is the same. */
final class Once<T> {

    private volatile @Nullable T answer;

    T get(Supplier<T> question) {
        var known = answer;
        if (known == null) {
            known = question.get();
            answer = known;
        }
        return known;
    }
}
