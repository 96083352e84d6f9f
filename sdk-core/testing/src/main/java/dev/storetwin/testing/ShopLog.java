package dev.storetwin.testing;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.function.Consumer;

/** Where a shop writes down what happens, as it would tell the world by webhook. */
final class ShopLog {

    static final Source SHOP = Source.of("shop");

    private final Agenda agenda;
    private final Consumer<TwinEvent> reader;

    ShopLog(Agenda agenda, Consumer<TwinEvent> reader) {
        this.agenda = agenda;
        this.reader = reader;
    }

    Instant now() {
        return agenda.now();
    }

    /** Something happened just now. */
    EventHeader header(EntityKind kind, String id) {
        return EventHeader.of(SHOP, kind, id, now());
    }

    void write(TwinEvent event) {
        reader.accept(event);
    }
}
