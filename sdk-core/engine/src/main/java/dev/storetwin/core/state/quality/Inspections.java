package dev.storetwin.core.state.quality;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.state.QualityRules;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks at whole batches, by several at once where nothing in a batch describes what others refer to. What is seen is the same either way.
 * Used by one thread at a time.
 */
public final class Inspections {

    private static final int PARTS = 8;

    /** From so few events on, handing work over costs more than it saves. */
    private static final int SMALL = 256;

    private final List<Inspection> inspections;

    public Inspections(QualityRules rules, Precedents precedents) {
        var found = new KnownHashes();
        this.inspections = IntStream.range(0, PARTS)
                .mapToObj(it -> new Inspection(rules, precedents, found))
                .toList();
    }

    /**
     * One answer per event.
     *
     * @param now nothing was received later, whatever events say of themselves
     */
    public Inspected[] of(List<EncodedEvent> events, ShopState before, Workers workers, Instant now) {
        var inspected = new Inspected[events.size()];
        int parts = events.size() < SMALL || events.stream().anyMatch(Inspections::describes) ? 1 : PARTS;
        var state = Precedents.of(before);
        workers.run(parts, part -> {
            var inspection = inspections.get(part);
            inspection.next(state, now);
            int end = end(part, parts, events.size());
            for (int i = end(part - 1, parts, events.size()); i < end; i++) {
                inspected[i] = inspection.inspect(before.decode(events.get(i)));
            }
        });
        return inspected;
    }

    private static int end(int part, int parts, int size) {
        return (int) ((part + 1L) * size / parts);
    }

    private static boolean describes(EncodedEvent event) {
        var kind = event.kind();
        return kind == VariantUpserted.class || kind == NodeChanged.class || kind == ChannelDefined.class;
    }
}
