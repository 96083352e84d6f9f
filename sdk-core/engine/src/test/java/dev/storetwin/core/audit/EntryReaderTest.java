package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.json.JsonDocument;
import dev.storetwin.core.json.MalformedJson;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionRange;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.decision.RecordedAction;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Work;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EntryReaderTest {

    @Test
    void a_decision_comes_back_as_it_was_made() throws MalformedJson {
        var made = SampleEntries.priceDecision();

        var read = read(7, made).decision();

        assertThat(read.id()).isEqualTo(made.id());
        assertThat(read.status()).isEqualTo(made.status());
        assertThat(read.autonomy()).isEqualTo(made.autonomy());
        assertThat(read.evidence()).isEqualTo(made.evidence());
        assertThat(read.versions()).isEqualTo(made.versions());
        assertThat(read.ruleHits()).isEqualTo(made.ruleHits());
        assertThat(read.expectedGain()).isEqualTo(made.expectedGain());
        assertThat(read.propensity()).isEqualTo(made.propensity());
        assertThat(read.chosen().verdict()).isInstanceOf(Verdict.Adjusted.class);
        assertThat(read.action().map(RecordedAction::describe))
                .isEqualTo(made.action().map(it -> it.describe()));
        assertThat(read.action().map(RecordedAction::commitment))
                .isEqualTo(made.action().map(it -> it.commitment()));
    }

    @Test
    void how_much_work_went_into_it_comes_back_too() throws MalformedJson {
        var origin = new ModelOrigin("demand", 4_000, SampleEntries.MONDAY.minusSeconds(3_600));
        var spared = new Work(Effort.CACHED, List.of(origin));

        var made = SampleEntries.with(spared);

        assertThat(read(7, made).decision().work()).isEqualTo(spared);
        assertThat(read(7, SampleEntries.priceDecision()).decision().work()).isEqualTo(Work.FULL);
        assertThat(new String(EntryJson.write(7, new AuditEntry.Decided(made)), UTF_8))
                .endsWith("""
                        "autonomy":"advise","effort":"cached",\
                        "models":[{"model":"demand","revision":4000,"asOf":"2024-03-04T05:00:00Z"}]}""");
    }

    @Test
    void an_outcome_comes_back_as_it_was() throws MalformedJson {
        var outcome = new Outcome(DecisionId.of("d-1"), OutcomeKind.CONFIRMED, SampleEntries.MONDAY, "price 17.99 EUR");

        var json = JsonDocument.parse(EntryJson.write(3, new AuditEntry.Happened(outcome)));

        assertThat(EntryReader.outcome(json)).isEqualTo(outcome);
    }

    /** Written, read and written again: the same bytes, so nothing was lost on the way. */
    @Property
    void what_is_read_is_written_as_before(@ForAll("decisions") Decision<?> made) throws MalformedJson {
        var bytes = EntryJson.write(11, new AuditEntry.Decided(made));

        var again = EntryReader.decision(JsonDocument.parse(bytes));

        assertThat(EntryJson.write(again.entry(), new AuditEntry.Decided(again.decision())))
                .asString(UTF_8)
                .isEqualTo(new String(bytes, UTF_8));
    }

    @Test
    void an_entry_that_lacks_a_part_is_refused_with_its_name() throws MalformedJson {
        var json = JsonDocument.parse("{\"seq\":1,\"kind\":\"decision\",\"id\":\"d-1\"}".getBytes(UTF_8));

        assertThatThrownBy(() -> EntryReader.decision(json)).hasMessageContaining("'capability'");
    }

    @Test
    void a_changed_value_is_a_difference_with_its_place() throws MalformedJson {
        var made = SampleEntries.orderDecision(Sku.of("MUG"), Quantity.of(5), 1.5);
        var other = SampleEntries.orderDecision(Sku.of("MUG"), Quantity.of(5), 1.75);
        var logged = logged(made);

        assertThat(logged.against(made)).isInstanceOf(Reproduction.Identical.class);
        assertThat(logged.against(other)).isInstanceOfSatisfying(Reproduction.Different.class, it -> assertThat(
                        it.differences())
                .contains(new Reproduction.Difference("alternatives[0].proposed.expectedValue", "1.5", "1.75")));
    }

    @Test
    void a_trail_finds_a_decision_and_what_became_of_it_by_name() {
        var trail = JsonLinesAuditTrail.inMemory();
        var made = SampleEntries.priceDecision();
        var outcome = new Outcome(made.id(), OutcomeKind.APPLIED, SampleEntries.MONDAY, "done");
        trail.append(SampleEntries.note(1));
        trail.append(new AuditEntry.Decided(made));
        trail.append(new AuditEntry.Happened(outcome));
        trail.append(new AuditEntry.Happened(new Outcome(
                DecisionId.of("other"),
                OutcomeKind.FAILED,
                SampleEntries.MONDAY,
                made.id().value())));
        var log = new DecisionLog(trail);

        assertThat(log.find(made.id())).map(it -> it.record().entry()).contains(1L);
        assertThat(log.find(List.of(made.id(), DecisionId.of("none")))).containsOnlyKeys(made.id());
        assertThat(log.ids()).containsExactly(made.id());
        assertThat(log.outcomes(made.id())).containsExactly(outcome);
        assertThat(log.find(DecisionId.of("none"))).isEmpty();
    }

    @Test
    void a_trail_that_cannot_be_asked_is_read_and_answers_the_same() {
        var trail = JsonLinesAuditTrail.inMemory();
        var monday = SampleEntries.priceDecision();
        var order = SampleEntries.orderDecision(Sku.of("MUG"), Quantity.of(5), 1.5);
        var applied = new Outcome(monday.id(), OutcomeKind.APPLIED, SampleEntries.MONDAY, "done");
        trail.append(new AuditEntry.Decided(monday));
        trail.append(new AuditEntry.Decided(order));
        trail.append(new AuditEntry.Happened(applied));
        var asked = new DecisionLog(trail);
        var read = new DecisionLog(new LinesAlone(trail));
        var all = DecisionRange.newest(10).between(monday.asOf(), Instant.MAX);
        var none = DecisionRange.newest(10).between(Instant.MIN, monday.asOf());

        assertThat(read.find(monday.id())).isEqualTo(asked.find(monday.id())).isPresent();
        assertThat(read.outcomes(monday.id()))
                .isEqualTo(asked.outcomes(monday.id()))
                .containsExactly(applied);
        assertThat(read.newest(all)).isEqualTo(asked.newest(all)).hasSize(2);
        assertThat(read.newest(none)).isEqualTo(asked.newest(none)).isEmpty();
    }

    @Test
    void the_newest_decisions_of_a_range_come_oldest_first_and_each_once() {
        var trail = JsonLinesAuditTrail.inMemory();
        var order = SampleEntries.orderDecision(Sku.of("MUG"), Quantity.of(5), 1.5);
        var price = SampleEntries.priceDecision();
        Stream.of(order, price, price).forEach(it -> trail.append(new AuditEntry.Decided(it)));
        trail.append(SampleEntries.note(1));
        var log = new DecisionLog(trail);
        var monday = SampleEntries.MONDAY;

        assertThat(names(log, DecisionRange.newest(3))).containsExactly(order.id(), price.id());
        assertThat(names(log, DecisionRange.newest(2))).containsExactly(price.id());
        assertThat(names(log, DecisionRange.newest(2).of(Capability.INVENTORY))).containsExactly(order.id());
        assertThat(names(log, DecisionRange.newest(3).between(monday, monday.plusSeconds(1))))
                .hasSize(2);
        assertThat(names(log, DecisionRange.newest(3).between(Instant.MIN, monday)))
                .isEmpty();
    }

    private static List<DecisionId> names(DecisionLog log, DecisionRange range) {
        return log.newest(range).stream().map(it -> it.decision().id()).toList();
    }

    /** A trail of the host's own that has lines and no index. */
    private record LinesAlone(AuditTrail of) implements AuditTrail {

        @Override
        public long append(AuditEntry entry) {
            return of.append(entry);
        }

        @Override
        public Checkpoint checkpoint() {
            return of.checkpoint();
        }

        @Override
        public Stream<String> lines() {
            return of.lines();
        }
    }

    @Provide
    Arbitrary<Decision<?>> decisions() {
        return SampleEntries.entries()
                .filter(AuditEntry.Decided.class::isInstance)
                .map(it -> ((AuditEntry.Decided) it).decision());
    }

    private static DecisionRecord read(long seq, Decision<?> decision) throws MalformedJson {
        return EntryReader.decision(JsonDocument.parse(EntryJson.write(seq, new AuditEntry.Decided(decision))));
    }

    private static LoggedDecision logged(Decision<?> decision) throws MalformedJson {
        var bytes = EntryJson.write(1, new AuditEntry.Decided(decision));
        return LoggedDecision.of(new String(bytes, UTF_8), JsonDocument.parse(bytes));
    }
}
