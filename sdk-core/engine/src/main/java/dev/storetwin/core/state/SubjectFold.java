package dev.storetwin.core.state;

import dev.storetwin.event.ConsentChanged;
import dev.storetwin.event.SubjectsLinked;
import dev.storetwin.event.SubjectsUnlinked;
import dev.storetwin.event.TwinEvent;
import java.util.ArrayList;
import java.util.List;

/** What identity documents add to the customers. */
final class SubjectFold {

    private SubjectFold() {}

    static List<LedgerEntry> entries(Document document) {
        var entries = new ArrayList<LedgerEntry>();
        var unlinked = document.facts(SubjectsUnlinked.class);
        for (var link : document.facts(SubjectsLinked.class)) {
            if (unlinked.stream().noneMatch(it -> isAbout(it, link))) {
                entries.add(new LedgerEntry.Link(link.subject(), link.other(), dated(link)));
                entries.add(new LedgerEntry.Link(link.other(), link.subject(), dated(link)));
            }
        }
        document.facts(ConsentChanged.class)
                .forEach(it ->
                        entries.add(new LedgerEntry.Consent(it.subject(), it.purpose(), it.granted(), dated(it))));
        return entries;
    }

    private static long dated(TwinEvent fact) {
        return EpochNanos.nanos(fact.header().occurredAt());
    }

    private static boolean isAbout(SubjectsUnlinked unlinked, SubjectsLinked link) {
        return unlinked.other().equals(link.other())
                && unlinked.header().version().compareTo(link.header().version()) >= 0;
    }
}
