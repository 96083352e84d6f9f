package dev.storetwin.core.event;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.RecordCodec;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.TwinEvent;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** How this version writes events, and in which order it numbers their kinds. */
final class EventKinds {

    static final RecordCodec<TwinEvent> CODEC = RecordCodec.of(TwinEvent.class, MethodHandles.publicLookup());

    static final List<EntityKind> ENTITIES = List.of(EntityKind.values());

    private static final List<Class<? extends TwinEvent>> KINDS = CODEC.kinds().stream()
            .<Class<? extends TwinEvent>>map(it -> it.asSubclass(TwinEvent.class))
            .toList();

    private EventKinds() {}

    static Class<? extends TwinEvent> read(ByteReader in) {
        return KINDS.get(in.readChoice(KINDS.size()));
    }
}
