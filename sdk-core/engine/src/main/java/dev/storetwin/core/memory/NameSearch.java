package dev.storetwin.core.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storetwin.core.journal.JournalCursor;
import dev.storetwin.type.SubjectId;
import java.util.Arrays;
import java.util.Collection;

/**
 * Looks for persons in the bytes of events, where their tokens stand in the clear.
 *
 * <p>How it works: as Horspool did. The last byte of a window decides how far the window may be moved when it holds no token.
 */
final class NameSearch implements JournalCursor.Search {

    private final byte[][] tokens;
    private final int shortest;
    private final int[] steps = new int[256];

    NameSearch(Collection<SubjectId> subjects) {
        tokens = subjects.stream().map(it -> it.value().getBytes(UTF_8)).toArray(byte[][]::new);
        shortest = Arrays.stream(tokens).mapToInt(it -> it.length).min().orElse(1);
        Arrays.fill(steps, shortest);
        for (byte[] token : tokens) {
            for (int i = 0; i < shortest - 1; i++) {
                int step = shortest - 1 - i;
                steps[token[i] & 0xff] = Math.min(steps[token[i] & 0xff], step);
            }
        }
    }

    @Override
    public boolean finds(byte[] bytes, int from, int until) {
        for (int at = from; at + shortest <= until; at += steps[bytes[at + shortest - 1] & 0xff]) {
            if (isTokenAt(bytes, at, until)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTokenAt(byte[] bytes, int at, int until) {
        for (byte[] token : tokens) {
            if (at + token.length <= until && Arrays.equals(bytes, at, at + token.length, token, 0, token.length)) {
                return true;
            }
        }
        return false;
    }
}
