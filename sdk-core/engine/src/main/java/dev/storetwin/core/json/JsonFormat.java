package dev.storetwin.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/** How JSON is spelled here, for reading and writing alike. */
final class JsonFormat {

    private JsonFormat() {}

    /*
     * Doubles: the JDK before 19 does not print the shortest digits, Jackson's own writer does on every JDK.
     * Buffers: pooled here and not in thread locals, which would stay behind on the host's threads.
     */
    static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                .build();
    }
}
