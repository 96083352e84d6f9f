package dev.storetwin.core.audit;

import static dev.storetwin.core.audit.SampleEntries.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditQuery;
import dev.storetwin.audit.AuditRecord;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SubjectId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditQueryTest {

    private final JsonLinesAuditTrail trail = JsonLinesAuditTrail.inMemory();

    @Test
    void finds_what_was_decided_and_what_became_of_it() {
        var decision = SampleEntries.priceDecision();
        trail.append(SampleEntries.note(0));
        trail.append(new AuditEntry.Decided(decision));
        trail.append(happened(decision.id(), "written"));
        trail.append(happened(DecisionId.of("another"), "written"));

        assertThat(places(AuditQuery.all().withDecision(decision.id()))).containsExactly(1L, 2L);
        assertThat(places(AuditQuery.all().withSku(Sku.of("MUG-1")))).containsExactly(1L);
        assertThat(places(AuditQuery.all().withRule("margin floor"))).containsExactly(1L);
        assertThat(places(AuditQuery.all().withRule("margin"))).isEmpty();
    }

    @Test
    void finds_a_person_by_token() {
        trail.append(new AuditEntry.Noted(MONDAY, "subject erased", "visitor-17 by operator"));
        trail.append(new AuditEntry.Noted(MONDAY, "subject erased", "visitor-171 by operator"));

        assertThat(places(AuditQuery.all().withPerson(SubjectId.of("visitor-17"))))
                .containsExactly(0L);
    }

    @Test
    void finds_moments_with_the_start_and_without_the_end() {
        SampleEntries.notes(5_000).forEach(trail::append);

        assertThat(places(AuditQuery.all().between(MONDAY.plusSeconds(1_000), MONDAY.plusSeconds(1_003))))
                .containsExactly(1_000L, 1_001L, 1_002L);
    }

    @Test
    void finds_names_with_any_sign_in_them_and_no_text_that_looks_like_one() {
        var odd = Sku.of("a\"b\\c:\"sku\":\"x");
        trail.append(new AuditEntry.Decided(SampleEntries.orderDecision(odd, new Quantity(1_000), 1)));
        trail.append(new AuditEntry.Noted(MONDAY, "x", "\"sku\":\"x\""));

        assertThat(places(AuditQuery.all().withSku(odd))).containsExactly(0L);
        assertThat(places(AuditQuery.all().withSku(Sku.of("x")))).isEmpty();
    }

    @Test
    void sees_what_was_added_since_the_last_question(@TempDir Path folder) {
        try (var file = JsonLinesAuditTrail.open(folder.resolve("audit.jsonl"))) {
            for (int i = 0; i < 2_500; i += 500) {
                for (int j = i; j < i + 500; j++) {
                    file.append(happened(DecisionId.of("d" + j), "written"));
                }
                try (var found = file.query(AuditQuery.all().withDecision(DecisionId.of("d" + (i + 250))))) {
                    assertThat(found.map(AuditRecord::place)).containsExactly(i + 250L);
                }
                try (var all = file.query(AuditQuery.all())) {
                    assertThat(all).hasSize(i + 500);
                }
            }
        }
    }

    private static AuditEntry happened(DecisionId decision, String detail) {
        return new AuditEntry.Happened(new Outcome(decision, OutcomeKind.APPLIED, MONDAY, detail));
    }

    private List<Long> places(AuditQuery query) {
        return trail.query(query).map(AuditRecord::place).toList();
    }
}
