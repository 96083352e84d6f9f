package dev.storetwin.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;

/** How JSON is spelled here. */
final class JsonFormat {

    private JsonFormat() {}

    /*
     * Doubles: the JDK before 19 does not print the shortest digits, Jackson's own writer does on every JDK.
     * Names: whoever writes looks after them.
     */
    static JsonFactory writing() {
        return JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .recyclerPool(buffers())
                .build();
    }

    static JsonFactory reading() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .recyclerPool(buffers())
                .build();
    }

    /** Pooled here and not in thread locals, which would stay behind on the host's threads. */
    private static RecyclerPool<BufferRecycler> buffers() {
        return JsonRecyclerPools.newConcurrentDequePool();
    }
}
