package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.state.ShopState;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a state holds, in bytes of heap by kind: every object that it leads to is counted once, with the first kind that leads to it. Read by
 * reflection, since the engine shows none of it.
 */
final class Holdings {

    private static final List<String> ACCOUNTS = List.of("sales", "traffic", "stock", "prices", "amendments", "past");
    private static final List<String> DOCUMENTS = List.of("kept", "fresh", "leaving", "archive");

    private final Map<String, Long> bytes = new LinkedHashMap<>();
    private final Footprint footprint = new Footprint();

    private Holdings() {}

    static Map<String, Long> of(ShopState state) {
        var holdings = new Holdings();
        var roots = Footprint.value(state, "roots");
        var skus = Footprint.value(roots, "skus");
        ACCOUNTS.forEach(account -> forEach(skus, it -> holdings.add(account, Footprint.value(it, account))));
        forEach(skus, it -> holdings.add("books of SKUs", it));
        holdings.add("table of SKUs", skus);
        var book = Footprint.value(roots, "book");
        forEach(Footprint.value(book, "pages"), it -> holdings.add("pages of " + kind(it), it));
        holdings.add("table of pages", book);
        var documents = Footprint.value(roots, "documents");
        DOCUMENTS.forEach(it -> holdings.add("documents, " + it, Footprint.value(documents, it)));
        holdings.add("keys seen", Footprint.value(roots, "seen"));
        holdings.add("totals", Footprint.value(roots, "totals"));
        return holdings.bytes;
    }

    private static String kind(Object page) {
        return ((Class<?>) Footprint.value(Footprint.value(page, "key"), "kind")).getSimpleName();
    }

    private void add(String kind, Object thing) {
        bytes.merge(kind, footprint.of(thing), Long::sum);
    }

    private static void forEach(Object table, Consumer<Object> consumer) {
        try {
            Method walk = table.getClass().getDeclaredMethod("forEach", Consumer.class);
            walk.setAccessible(true);
            walk.invoke(table, consumer);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("Tables are no longer walked through so.", changed);
        }
    }
}
