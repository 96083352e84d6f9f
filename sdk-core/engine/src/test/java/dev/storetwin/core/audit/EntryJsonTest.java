package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntryJsonTest {

    @Test
    void a_decision_carries_all_that_it_rests_on() {
        var json = written(new AuditEntry.Decided(SampleEntries.priceDecision()));

        assertThat(json).isEqualTo(withoutBreaks("""
                {"seq":7,"at":"2024-03-04T06:00:00Z","kind":"decision","id":"pricing-1f","capability":"pricing",
                "target":{"sku":"MUG-1","channel":"web"},"asOf":"2024-03-04T06:00:00Z","status":"advised",
                "chosen":{"proposed":{"action":{"capability":"pricing","target":{"sku":"MUG-1","channel":"web"},
                "words":"price 19.99 EUR -> 18.00 EUR","commitment":{"price":{"amount":18.00,"currency":"EUR"}}},
                "expectedValue":412.5,"evidence":[{"name":"expected units","value":55.25,"unit":"units"}],
                "belief":{"mean":418.5,"deviation":-12.25}},
                "outcome":{"action":{"capability":"pricing","target":{"sku":"MUG-1","channel":"web"},
                "words":"price 19.99 EUR -> 17.99 EUR","commitment":{"price":{"amount":17.99,"currency":"EUR"}}},
                "expectedValue":412.25,"evidence":[]},
                "verdict":"adjusted","reason":"prices end in .99",
                "hits":[{"rule":"price ending","severity":"adjusted","reason":"prices end in .99"}],"propensity":1.0},
                "expectedGain":22.25,"objective":{"name":"expected margin over 28 days","unit":"EUR"},
                "alternatives":[{"proposed":{"action":{"capability":"pricing","target":{"sku":"MUG-1","channel":"web"},
                "words":"price 19.99 EUR -> 14.99 EUR","commitment":{"price":{"amount":14.99,"currency":"EUR"}}},
                "expectedValue":460.125,"evidence":[]},"verdict":"blocked","reason":"margin below 20 %",
                "hits":[{"rule":"margin floor","severity":"blocked","reason":"margin below 20 %"}],"propensity":0.0},
                {"proposed":{"action":{"capability":"pricing","target":{"sku":"MUG-1","channel":"web"},
                "words":"price 19.99 EUR -> 18.00 EUR","commitment":{"price":{"amount":18.00,"currency":"EUR"}}},
                "expectedValue":412.5,"evidence":[{"name":"expected units","value":55.25,"unit":"units"}],
                "belief":{"mean":418.5,"deviation":-12.25}},
                "outcome":{"action":{"capability":"pricing","target":{"sku":"MUG-1","channel":"web"},
                "words":"price 19.99 EUR -> 17.99 EUR","commitment":{"price":{"amount":17.99,"currency":"EUR"}}},
                "expectedValue":412.25,"evidence":[]},
                "verdict":"adjusted","reason":"prices end in .99",
                "hits":[{"rule":"price ending","severity":"adjusted","reason":"prices end in .99"}],"propensity":1.0},
                {"proposed":{"expectedValue":390.0,"evidence":[]},"verdict":"allowed","reason":"","hits":[],"propensity":0.0}],
                "evidence":[{"name":"elasticity","value":-1.8,"unit":""}],
                "reasons":["17.99 EUR brings 22.25 EUR more than leaving it"],
                "versions":{"model/elasticity":"3","rules":"ab12"},"revision":4711,"seed":42,"reproducible":true,"autonomy":"advise"}"""));
    }

    @Test
    void an_action_that_waits_is_named() {
        var decision = SampleEntries.orderDecision(Sku.of("A"), Quantity.of("1200"), 31);

        assertThat(written(new AuditEntry.Decided(decision)))
                .contains("\"status\":\"needs_review\"")
                .contains("\"pending\":{\"capability\":\"inventory\",\"target\":{\"sku\":\"A\",\"node\":\"LEIPZIG\"},"
                        + "\"words\":\"order 1200 for 2520.00 EUR\","
                        + "\"commitment\":{\"units\":1200,\"spend\":{\"amount\":2520.00,\"currency\":\"EUR\"}}}")
                .contains("\"seed\":-1,\"reproducible\":false");
    }

    @Test
    void an_outcome_names_its_decision() {
        var outcome = new Outcome(DecisionId.of("d1"), OutcomeKind.APPLIED, SampleEntries.MONDAY, "price set");

        assertThat(written(new AuditEntry.Happened(outcome)))
                .isEqualTo("{\"seq\":7,\"at\":\"2024-03-04T06:00:00Z\",\"kind\":\"outcome\",\"decision\":\"d1\","
                        + "\"outcome\":\"applied\",\"detail\":\"price set\"}");
    }

    @Test
    void every_kind_of_entry_has_a_form() {
        var kinds = Stream.of(
                new AuditEntry.Decided(SampleEntries.priceDecision()),
                new AuditEntry.Happened(
                        new Outcome(DecisionId.of("d1"), OutcomeKind.FAILED, SampleEntries.MONDAY, "timeout")),
                SampleEntries.note(1));

        assertThat(kinds.peek(EntryJsonTest::written).map(AuditEntry::getClass))
                .containsExactlyInAnyOrderElementsOf(Stream.of(AuditEntry.class.getPermittedSubclasses())
                        .<Class<? extends AuditEntry>>map(it -> it.asSubclass(AuditEntry.class))
                        .toList());
    }

    private static String written(AuditEntry entry) {
        return new String(EntryJson.write(7, entry), UTF_8);
    }

    private static String withoutBreaks(String text) {
        return text.replace("\n", "");
    }
}
