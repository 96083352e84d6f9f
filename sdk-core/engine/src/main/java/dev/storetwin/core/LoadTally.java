package dev.storetwin.core;

import dev.storetwin.LoadReport;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.state.Acceptance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the answers of a load. */
final class LoadTally {

    private final Map<String, Long> quarantined = new TreeMap<>();
    private final Map<EncodedEvent, Acceptance> echoes = new LinkedHashMap<>();
    private Optional<String> brokeOff = Optional.empty();
    private long accepted;
    private long duplicates;
    private long stale;

    void add(List<EncodedEvent> events, List<Acceptance> answers) {
        for (int i = 0; i < events.size(); i++) {
            add(events.get(i), answers.get(i));
        }
    }

    private void add(EncodedEvent event, Acceptance answer) {
        if (answer instanceof Acceptance.Accepted took) {
            accepted++;
            took.echoOf().ifPresent(it -> echoes.put(event, answer));
        } else if (answer instanceof Acceptance.Duplicate) {
            duplicates++;
        } else if (answer instanceof Acceptance.Stale) {
            stale++;
        } else if (answer instanceof Acceptance.Quarantined reason) {
            quarantined.merge(reason.reason(), 1L, Long::sum);
        }
    }

    void brokeOff(String reason) {
        brokeOff = Optional.of(reason);
    }

    /** Events that confirm acts of the twin, with their answers. */
    Map<EncodedEvent, Acceptance> echoes() {
        return echoes;
    }

    LoadReport report() {
        return new LoadReport(accepted, duplicates, stale, quarantined, brokeOff);
    }
}
