package dev.storetwin.core;

import dev.storetwin.LoadReport;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Defect;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the answers of a load. */
final class LoadTally {

    private final Map<Defect, Long> quarantined = new EnumMap<>(Defect.class);
    private final Map<Defect, String> reasons = new EnumMap<>(Defect.class);
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
        } else if (answer instanceof Acceptance.Quarantined refused) {
            quarantined.merge(refused.defect(), 1L, Long::sum);
            reasons.putIfAbsent(refused.defect(), refused.reason());
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
        return new LoadReport(accepted, duplicates, stale, quarantined, reasons, brokeOff);
    }
}
