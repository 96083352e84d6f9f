package dev.storetwin.core.forecast;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The answers given last, by question. It spares work and never changes an answer: the same question would be answered the same again.
 *
 * @param <K> the question, with equality by content
 * @param <V> the answer
 */
public final class Recent<K, V> {

    private final Map<K, V> answers;

    /** @param capacity how many are kept; who was not asked for longest goes first */
    public Recent(int capacity) {
        this.answers = new LinkedHashMap<>(16, .75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The kept answer, or a new one. Two threads may both work out a new one; they find the same. */
    public V get(K question, Function<? super K, ? extends V> work) {
        synchronized (answers) {
            var kept = answers.get(question);
            if (kept != null) {
                return kept;
            }
        }
        V answer = work.apply(question);
        synchronized (answers) {
            answers.put(question, answer);
        }
        return answer;
    }
}
