package dev.storetwin.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.event.StockCounted;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLogTest {

    @TempDir
    private Path folder;

    private static EncodedEvent event(int number) {
        return EventCodec.PLAIN.encode(StockCounted.of(
                Source.of("test"),
                Sku.of("SKU-" + number),
                NodeId.of("n"),
                Quantity.of(number),
                Instant.parse("2026-03-01T00:00:00Z")));
    }

    @Test
    void writes_nothing_of_events_that_would_not_lie_where_the_state_has_them() throws Exception {
        var journal = Journal.open(new FileDisk(), folder, JournalSettings.DEFAULT);
        try (var log = new JournalLog(journal, () -> {})) {
            log.keep(1, List.of(event(1)));

            assertThatThrownBy(() -> log.keep(3, List.of(event(2))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ends at 1")
                    .hasMessageContaining("revision 3");
            assertThat(journal.nextPosition()).isEqualTo(1);

            log.keep(2, List.of(event(2)));
            assertThat(journal.durablePosition()).isEqualTo(2);
        }
    }
}
