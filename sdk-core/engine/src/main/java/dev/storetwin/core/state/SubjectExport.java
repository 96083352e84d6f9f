package dev.storetwin.core.state;

import dev.storetwin.core.json.JsonObjectWriter;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Customer;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that is held on a subject, as JSON lines in UTF-8: first what is known now, then each event that tells of it, in the order of the
 * history. Personal values stand in it in the clear, so it is for the person alone; what was erased is missing.
 */
public final class SubjectExport {

    private final PersonalHoldings holdings;
    private final TwinState state;

    public SubjectExport(PersonalHoldings holdings, TwinState state) {
        this.holdings = holdings;
        this.state = state;
    }

    /**
     * Writes it, reading the history once.
     *
     * @param history decoded events, oldest first; those of others are left out
     * @return how many events were written
     */
    public long write(Iterable<TwinEvent> history, OutputStream out) throws IOException {
        line(out, JsonObjectWriter.write(this::summary));
        long events = 0;
        for (var event : history) {
            if (holdings.covers(event)) {
                line(out, EventJson.of(event));
                events++;
            }
        }
        return events;
    }

    /**
     * Adds what was refused and waits in the quarantine, each line marked so.
     *
     * @param refused decoded events; those of others are left out
     * @return how many events were written
     */
    public long writeRefused(Collection<TwinEvent> refused, OutputStream out) throws IOException {
        long events = 0;
        for (var event : refused) {
            if (holdings.covers(event)) {
                line(out, EventJson.ofRefused(event));
                events++;
            }
        }
        return events;
    }

    private static void line(OutputStream out, byte[] json) throws IOException {
        out.write(json);
        out.write('\n');
    }

    private void summary(JsonObjectWriter json) {
        var customer = state.customers().find(holdings.subject());
        json.text("subject", holdings.subject().value());
        json.texts("linked", names(holdings.linked()));
        json.texts(
                "documents", holdings.documents().stream().map(Object::toString).toList());
        json.texts(
                "sessions", holdings.sessions().stream().map(Object::toString).toList());
        json.object("consents", it -> customer.map(Customer::consents)
                .ifPresent(consents -> new TreeMap<>(consents).forEach(it::flag)));
        json.whole("orders", customer.map(Customer::orders).orElse(0));
        json.text("firstOrder", customer.flatMap(Customer::firstOrder).map(Object::toString));
        json.text("lastOrder", customer.flatMap(Customer::lastOrder).map(Object::toString));
    }

    private static List<String> names(Set<SubjectId> subjects) {
        return subjects.stream().map(SubjectId::value).sorted().toList();
    }
}
